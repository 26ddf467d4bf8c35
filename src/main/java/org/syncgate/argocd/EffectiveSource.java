package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an Application is made from: {@code spec.source}, {@code spec.sources}, or what a source hydrator syncs from.
 *
 * @param json an object, or an array where there are several sources; an empty object where there is none
 */
record EffectiveSource(JsonNode json) {

    static EffectiveSource of(JsonNode spec) {
        if (Json.present(spec.path("sourceHydrator"))) {
            return new EffectiveSource(hydrated(spec.path("sourceHydrator")));
        }
        if (!spec.path("sources").isEmpty()) {
            return new EffectiveSource(spec.path("sources"));
        }
        JsonNode source = spec.path("source");
        return new EffectiveSource(source.isObject() ? source : JsonNodeFactory.instance.objectNode());
    }

    /** As Argo CD's SourceHydrator.GetSyncSource makes it up. */
    private static JsonNode hydrated(JsonNode hydrator) {
        JsonNode syncSource = hydrator.path("syncSource");
        String ownRepository = Json.text(syncSource.path("repoURL"));
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.put("repoURL", ownRepository.isEmpty() ? Json.text(hydrator.at("/drySource/repoURL")) : ownRepository);
        source.put("path", Json.text(syncSource.path("path")));
        source.put("targetRevision", Json.text(syncSource.path("targetBranch")));
        return source;
    }

    boolean several() {
        return json.isArray();
    }

    /** How many revisions it takes to pin it. */
    int count() {
        return several() ? json.size() : 1;
    }

    boolean missing() {
        return json.isEmpty();
    }

    /** Whether {@code source} or {@code sources} of the holder (comparedTo, or a history entry) mean the same. */
    boolean isIn(JsonNode holder) {
        return OmitEmpty.same(json, several() ? holder.path("sources") : holder.path("source"));
    }
}
