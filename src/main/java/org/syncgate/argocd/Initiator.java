package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;

/** Who asked for an operation, in the words of people. */
final class Initiator {

    /** What {@code initiatedBy.username} begins with where Syncgate asked; the request's id follows. */
    static final String OURS = "syncgate:";

    private static final String ROLLING_SYNC = "applicationset-controller";

    private Initiator() {}

    /** The name that an {@code .operation}, its copy in operationState or a history entry bears; empty where it is none. */
    static String user(JsonNode initiated) {
        return Json.text(initiated.at("/initiatedBy/username"));
    }

    /** Whether Argo CD asked for it by itself: auto-sync and self-heal without a name, a rolling sync with one. */
    static boolean isAutomated(JsonNode initiated) {
        String user = user(initiated);
        return user.equals(ROLLING_SYNC)
                || user.isEmpty() && initiated.at("/initiatedBy/automated").asBoolean();
    }

    /** Reads an {@code .operation}, or the copy of one in operationState. */
    static String words(JsonNode operation) {
        String user = user(operation);
        if (operation.at("/sync/autoHealAttemptsCount").asLong() > 0) {
            return "self-heal";
        }
        if (user.isEmpty()) {
            return operation.at("/initiatedBy/automated").asBoolean() ? "auto-sync" : "somebody";
        }
        if (user.equals(ROLLING_SYNC)) {
            return "an ApplicationSet's rolling sync";
        }
        return user.startsWith(OURS) ? "syncgate request " + user.substring(OURS.length()) : user;
    }
}
