package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What Argo CD says of the operation that runs, or ran last ({@code status.operationState}).
 *
 * @param json the object, or a missing node
 */
record OperationState(JsonNode json) {

    static OperationState of(JsonNode application) {
        return new OperationState(application.at("/status/operationState"));
    }

    /** The copy of {@code .operation} that Argo CD keeps. */
    JsonNode operation() {
        return json.path("operation");
    }

    Optional<Instant> startedAt() {
        return Json.time(json.path("startedAt"));
    }

    Optional<Instant> finishedAt() {
        return Json.time(json.path("finishedAt"));
    }

    String message() {
        return Json.text(json.path("message"));
    }

    boolean succeeded() {
        return phase().equals("Succeeded");
    }

    boolean failed() {
        return phase().equals("Failed") || phase().equals("Error");
    }

    /** When what runs began; empty where nothing runs, so that an older operation's time is not taken for it. */
    Optional<Instant> runningSince() {
        return succeeded() || failed() ? Optional.empty() : startedAt();
    }

    private String phase() {
        return Json.text(json.path("phase"));
    }
}
