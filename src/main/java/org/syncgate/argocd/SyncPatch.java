package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The merge patches (RFC 7396) that Syncgate sends, as JSON text. */
final class SyncPatch {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SyncPatch() {}

    /** Asks for a full sync of exactly what was granted, without pruning. */
    static String ask(SyncOrder order) {
        SyncMark mark = order.mark();
        ObjectNode patch = onVersion(order.resourceVersion());
        ObjectNode operation = patch.putObject("operation");
        operation.putObject("initiatedBy").put("username", Initiator.OURS + mark.request());
        ArrayNode info = operation.putArray("info");
        info.add(pair(Following.REQUEST, mark.request().text()));
        info.add(pair(Following.ATTEMPT, String.valueOf(mark.attempt())));
        // a retry is a grant of its own
        operation.putObject("retry").put("limit", 0);
        operation.set("sync", sync(order));
        // or Argo CD up to 3.5.2 merges ours with what the previous operation left (argo-cd #28701)
        patch.putObject("status").putNull("operationState");
        return patch.toString();
    }

    private static ObjectNode sync(SyncOrder order) {
        EffectiveSource source = order.judged().comparison().source();
        ObjectNode sync = JSON.objectNode();
        if (source.several()) {
            ArrayNode revisions = sync.putArray("revisions");
            order.mark().revisions().forEach(revisions::add);
            sync.set("sources", source.json());
        } else {
            sync.put("revision", order.mark().revisions().get(0));
            sync.set("source", source.json());
        }
        sync.put("prune", false);
        // an operation's options are the only ones that count
        JsonNode options = order.judged().json().at("/spec/syncPolicy/syncOptions");
        if (Json.present(options)) {
            sync.set("syncOptions", options);
        }
        return sync;
    }

    /** Takes back an operation that nobody has picked up. */
    static String withdraw(String resourceVersion) {
        return onVersion(resourceVersion).putNull("operation").toString();
    }

    /** Asks for a comparison with what the repository holds now. */
    static String refresh() {
        ObjectNode patch = JSON.objectNode();
        patch.putObject("metadata").putObject("annotations").put("argocd.argoproj.io/refresh", "normal");
        return patch.toString();
    }

    private static ObjectNode onVersion(String resourceVersion) {
        ObjectNode patch = JSON.objectNode();
        patch.putObject("metadata").put("resourceVersion", resourceVersion);
        return patch;
    }

    private static ObjectNode pair(String name, String value) {
        return JSON.objectNode().put("name", name).put("value", value);
    }
}
