package org.syncgate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.syncgate.demo.Behaviour.Outcome;

/**
 * The merge patches that Argo CD's controller persists its state with. Empty fields are left out of them, so fields of
 * an earlier operation stay unless its state was nulled (argo-cd #28701); only finishedAt is cleared.
 *
 * @param application what they patch
 * @param now Argo CD's present, a whole second in RFC 3339
 */
record Patches(Application application, String now) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int HISTORY_LIMIT = 10;

    ObjectNode pickUp() {
        ObjectNode patch = JSON.objectNode();
        ObjectNode state = patch.withObject("/status/operationState");
        state.put("phase", "Running").put("startedAt", now).putNull("finishedAt");
        state.set("operation", application.at("/operation").deepCopy());
        ObjectNode result = state.putObject("syncResult");
        application.writeRevisions(result, revisionsOf(application.at("/operation/sync")));
        result.set(application.sourceField(), sourceOf(application.at("/operation/sync")));
        return patch;
    }

    ObjectNode message(String message) {
        ObjectNode patch = JSON.objectNode();
        patch.withObject("/status/operationState").put("message", message);
        return patch;
    }

    ObjectNode finish(String phase, String message) {
        ObjectNode patch = JSON.objectNode();
        patch.putNull("operation");
        ObjectNode state = patch.withObject("/status/operationState");
        state.put("phase", phase).put("finishedAt", now).put("message", message);
        return patch;
    }

    /** The end of a sync, with a result for each resource. */
    ObjectNode finish(Behaviour behaviour) {
        Outcome outcome = behaviour.outcome();
        String phase = outcome == Outcome.FAILS ? "Failed" : outcome == Outcome.ERRS ? "Error" : "Succeeded";
        ObjectNode patch = finish(phase, behaviour.message());
        if (outcome != Outcome.ERRS) {
            ArrayNode results =
                    patch.withObject("/status/operationState/syncResult").putArray("resources");
            application.resources().forEach(resource -> results.add(result(resource, outcome)));
            if (outcome == Outcome.SKIPS_PRUNE) {
                ObjectNode former = former();
                former.remove("requiresPruning");
                results.add(former.put("status", "PruneSkipped")
                        .put("message", "ignored (requires pruning)")
                        .put("syncPhase", "Sync"));
            }
        }
        return patch;
    }

    /** Full syncs enter the history, partial ones and dry runs don't. */
    boolean entersHistory() {
        JsonNode sync = application.at("/status/operationState/operation/sync");
        return sync.path("resources").isEmpty() && !sync.path("dryRun").asBoolean();
    }

    ObjectNode history() {
        JsonNode state = application.at("/status/operationState");
        ObjectNode patch = JSON.objectNode();
        ArrayNode history = patch.putObject("status").putArray("history");
        application.at("/status/history").forEach(history::add);
        long id = history.isEmpty()
                ? 0
                : history.get(history.size() - 1).path("id").asLong() + 1;
        ObjectNode entry = history.addObject().put("id", id).put("deployedAt", now);
        entry.set("deployStartedAt", state.path("startedAt"));
        entry.set("initiatedBy", state.at("/operation/initiatedBy"));
        application.writeRevisions(entry, application.revisionsIn(state.path("syncResult")));
        entry.set(application.sourceField(), state.at("/syncResult/" + application.sourceField()));
        while (history.size() > HISTORY_LIMIT) {
            history.remove(0);
        }
        return patch;
    }

    /** A comparison that was asked for finds what was there before, at the present spec. */
    ObjectNode refresh() {
        ObjectNode patch = comparison();
        patch.withObject("/metadata/annotations").putNull("argocd.argoproj.io/refresh");
        return patch;
    }

    /** The comparison after a sync: Synced where the whole target was applied. */
    ObjectNode compareAfterSync(Behaviour behaviour) {
        ObjectNode patch = comparison();
        JsonNode state = application.at("/status/operationState");
        if (!state.path("phase").asText().equals("Succeeded")) {
            return patch;
        }
        patch.withObject("/status/health").put("status", "Progressing").put("lastTransitionTime", now);
        if (entersHistory() && application.target().equals(application.revisionsIn(state.path("syncResult")))) {
            ArrayNode resources = application.resources();
            resources.forEach(resource -> ((ObjectNode) resource).put("status", "Synced"));
            boolean pruned = behaviour.outcome() != Outcome.SKIPS_PRUNE;
            if (!pruned) {
                resources.add(former().put("status", "OutOfSync"));
            }
            ObjectNode status = patch.withObject("/status");
            status.set("resources", resources);
            status.withObject("/sync").put("status", pruned ? "Synced" : "OutOfSync");
        }
        return patch;
    }

    ObjectNode settle(Behaviour behaviour) {
        ObjectNode patch = JSON.objectNode();
        ObjectNode status = patch.putObject("status").put("reconciledAt", now);
        boolean degrades = behaviour.outcome() == Outcome.DEGRADES;
        status.putObject("health")
                .put("status", degrades ? "Degraded" : "Healthy")
                .put("lastTransitionTime", now);
        return patch;
    }

    /** What auto-sync writes: an operation without a name, and no state, as the API server's sync does too. */
    ObjectNode automaticOperation() {
        ObjectNode patch = JSON.objectNode();
        ObjectNode operation = patch.putObject("operation");
        operation.putObject("initiatedBy").put("automated", true);
        operation.putObject("retry").put("limit", 5);
        application.writeRevisions(operation.putObject("sync"), application.target());
        patch.putObject("status").putNull("operationState");
        return patch;
    }

    private ObjectNode comparison() {
        ObjectNode patch = JSON.objectNode();
        ObjectNode status = patch.putObject("status").put("reconciledAt", now);
        status.putObject("sync").set("comparedTo", application.comparedTo());
        return patch;
    }

    private List<String> revisionsOf(JsonNode sync) {
        List<String> asked = application.revisionsIn(sync);
        int sources = application.multiSource() ? sourceOf(sync).size() : 1;
        // Argo CD falls back to the target without a word where the lengths differ
        return asked.size() == sources ? asked : application.target();
    }

    private JsonNode sourceOf(JsonNode sync) {
        JsonNode asked = sync.path(application.sourceField());
        return asked.isEmpty() ? application.source() : asked;
    }

    private static ObjectNode result(JsonNode resource, Outcome outcome) {
        ObjectNode result = resource.deepCopy();
        result.retain("group", "version", "kind", "namespace", "name");
        String what = resource.path("kind").asText().toLowerCase(Locale.ROOT) + "/"
                + resource.path("name").asText();
        boolean failed = outcome == Outcome.FAILS;
        return result.put("status", failed ? "SyncFailed" : "Synced")
                .put("message", failed ? what + " was refused" : what + " configured")
                .put("hookPhase", failed ? "Failed" : "Running")
                .put("syncPhase", "Sync");
    }

    /** The resource that an earlier revision had, and that nobody prunes. */
    private ObjectNode former() {
        return JSON.objectNode()
                .put("version", "v1")
                .put("kind", "ConfigMap")
                .put("namespace", application.text("/spec/destination/namespace"))
                .put("name", application.text("/metadata/name") + "-former")
                .put("requiresPruning", true);
    }
}
