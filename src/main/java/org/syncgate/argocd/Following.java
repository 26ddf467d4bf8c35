package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.syncgate.argocd.ShownSync.Extent;

/**
 * Finds our operation on an Application and says how far it has come.
 *
 * @param application one look at it
 * @param mark by what ours is known
 */
record Following(LiveApplication application, SyncMark mark) {

    /** The names that a sync's {@code info} bears, beside the values that make it ours. */
    static final String REQUEST = "syncgate/request";

    static final String ATTEMPT = "syncgate/attempt";

    Progress progress() {
        OperationState state = OperationState.of(application.json());
        Optional<Instant> startedAt = state.startedAt();
        if (isOurs(state.operation())
                && startedAt.isPresent()
                && mark.startedAt().map(startedAt.get()::equals).orElse(true)) {
            return ours(state, startedAt.get());
        }
        if (waiting()) {
            return new Progress.NotPickedUp();
        }
        return application.history().entryOf(mark).map(this::done).orElseGet(() -> nowhere(state));
    }

    /** Whether {@code .operation} is ours, picked up or not. */
    boolean waiting() {
        return isOurs(requested());
    }

    private Progress ours(OperationState state, Instant startedAt) {
        if (state.failed()) {
            return new Progress.Failed(startedAt, state.message());
        }
        if (state.succeeded()) {
            return new Outcome(application, mark)
                    .progress(startedAt, state.finishedAt().orElse(startedAt));
        }
        // whatever .operation says by now: Argo CD goes by operationState once it runs, and stops where the other is
        // gone
        return Json.present(requested()) ? new Progress.Running(startedAt, state.message()) : new Progress.Lost();
    }

    private Progress done(JsonNode entry) {
        Instant deployedAt = History.deployedAt(entry).orElse(Instant.EPOCH);
        Instant startedAt = Json.time(entry.path("deployStartedAt")).orElse(deployedAt);
        return new Outcome(application, mark).progress(startedAt, deployedAt);
    }

    private Progress nowhere(OperationState state) {
        if (Json.present(requested())) {
            return new Progress.Overwritten(Initiator.words(requested()));
        }
        boolean begun = mark.startedAt().isPresent();
        boolean othersDone = application.history().lastId() > mark.historyBefore();
        if (!begun && !othersDone) {
            // an operationState that is left may be the one before ours
            return new Progress.NeverAsked();
        }
        return Json.present(state.json())
                ? new Progress.Overwritten(Initiator.words(state.operation()))
                : begun ? new Progress.Lost() : new Progress.Overwritten("somebody");
    }

    private JsonNode requested() {
        return application.json().path("operation");
    }

    /**
     * Whether it is the operation that was sent. Whoever may sync can give theirs any {@code info}, and before the grant:
     * so it counts only with the initiator, which Argo CD writes itself, and with just what was granted.
     */
    private boolean isOurs(JsonNode operation) {
        return bears(operation, REQUEST, mark.request().text())
                && bears(operation, ATTEMPT, String.valueOf(mark.attempt()))
                && Initiator.user(operation).equals(Initiator.OURS + mark.request())
                && syncsWhatWasGranted(operation.path("sync"));
    }

    private boolean syncsWhatWasGranted(JsonNode sync) {
        return ShownSyncs.extent(sync) == Extent.WHOLE
                && !sync.path("prune").asBoolean()
                && History.revisions(sync).equals(mark.revisions());
    }

    /** What an operation's {@code info} says under a name; empty where it says nothing. */
    static Optional<String> info(JsonNode operation, String name) {
        return Json.items(operation.path("info")).stream()
                .filter(info -> Json.text(info.path("name")).equals(name))
                .map(info -> Json.text(info.path("value")))
                .findFirst();
    }

    private static boolean bears(JsonNode operation, String name, String value) {
        return Json.items(operation.path("info")).stream()
                .anyMatch(info -> Json.text(info.path("name")).equals(name)
                        && Json.text(info.path("value")).equals(value));
    }
}
