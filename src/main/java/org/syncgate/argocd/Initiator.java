package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;

/** Who asked for an operation, in the words of people. */
final class Initiator {

    /** What {@code initiatedBy.username} begins with where Syncgate asked; the request's id follows. */
    static final String OURS = "syncgate:";

    private Initiator() {}

    /** Reads an {@code .operation}, or the copy of one in operationState. */
    static String words(JsonNode operation) {
        String user = Json.text(operation.at("/initiatedBy/username"));
        if (operation.at("/sync/autoHealAttemptsCount").asLong() > 0) {
            return "self-heal";
        }
        if (user.isEmpty()) {
            return operation.at("/initiatedBy/automated").asBoolean() ? "auto-sync" : "somebody";
        }
        if (user.equals("applicationset-controller")) {
            return "an ApplicationSet's rolling sync";
        }
        return user.startsWith(OURS) ? "syncgate request " + user.substring(OURS.length()) : user;
    }
}
