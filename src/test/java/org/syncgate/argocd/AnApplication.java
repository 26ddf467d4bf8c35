package org.syncgate.argocd;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.Agreement;
import org.syncgate.model.RequestId;

/** Builds Applications for tests. Values are JSON in single quotes, put at a JSON pointer. */
final class AnApplication {

    static final String OLD = "1a954628a960aaef81d7b2d4521929579f3541e6";
    static final String NEW = "2b954628a960aaef81d7b2d4521929579f3541e6";
    static final String OTHER = "3c954628a960aaef81d7b2d4521929579f3541e6";
    static final RequestId REQUEST = new RequestId("r-23456789");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private final ObjectNode json;

    private AnApplication(ObjectNode json) {
        this.json = json;
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** OLD is deployed, NEW waits, nothing is wrong. */
    static AnApplication pending() {
        AnApplication application = new AnApplication((ObjectNode) read("""
                {apiVersion: 'argoproj.io/v1alpha1', kind: 'Application',
                 metadata: {name: 'gafaelfawr', namespace: 'argocd', resourceVersion: '7'},
                 spec: {project: 'infrastructure',
                        destination: {server: 'https://kubernetes.default.svc', namespace: 'gafaelfawr'},
                        source: {repoURL: 'https://github.com/lsst-sqre/phalanx.git', path: 'applications/gafaelfawr',
                                 targetRevision: 'main', helm: {valueFiles: ['values.yaml', 'values-idfprod.yaml']}},
                        syncPolicy: {syncOptions: ['ServerSideApply=true']}},
                 status: {sync: {status: 'OutOfSync'}, health: {status: 'Healthy'},
                          reconciledAt: '2026-11-20T18:00:00Z',
                          history: [{id: 3, deployedAt: '2026-11-12T23:05:41Z'}]}}
                """));
        application.put("/status/sync/revision", "'" + NEW + "'");
        application.put("/status/history/0/revision", "'" + OLD + "'");
        application.put("/status/history/0/source", "" + application.json.at("/spec/source"));
        return application.compared();
    }

    /** NEW is deployed and compared with. */
    static AnApplication synced() {
        return pending().with("/status/sync/status", "'Synced'").with("/status/history/0/revision", "'" + NEW + "'");
    }

    /** Two sources, the second of which only lends its values. */
    static AnApplication pendingOfTwoSources() {
        String sources = """
                [{repoURL: 'https://github.com/lsst-sqre/phalanx.git', path: 'charts/tap', targetRevision: 'main'},
                 {repoURL: 'https://github.com/lsst-sqre/values.git', ref: 'values', targetRevision: 'main'}]
                """;
        return pending()
                .without("/spec/source")
                .with("/spec/sources", sources)
                .without("/status/sync/revision")
                .with("/status/sync/revisions", "['" + NEW + "', '" + OTHER + "']")
                .without("/status/history/0/revision")
                .with("/status/history/0/revisions", "['" + OLD + "', '" + OTHER + "']")
                .without("/status/history/0/source")
                .with("/status/history/0/sources", sources)
                .compared();
    }

    AnApplication with(String pointer, String value) {
        put(pointer, value);
        return this;
    }

    AnApplication without(String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) json.at(at.head())).remove(at.last().getMatchingProperty());
        return this;
    }

    /** Lets Argo CD have compared the spec as it stands. */
    AnApplication compared() {
        ObjectNode comparedTo = MAPPER.createObjectNode();
        for (String field : List.of("source", "sources", "destination", "ignoreDifferences")) {
            Optional.ofNullable(json.path("spec").get(field)).ifPresent(value -> comparedTo.set(field, value));
        }
        return with("/status/sync/comparedTo", comparedTo.toString());
    }

    JsonNode json() {
        return json;
    }

    LiveApplication live() {
        return LiveApplication.of("idfprod", json.deepCopy());
    }

    /** The first attempt to deploy NEW for REQUEST, granted on this Application; not seen yet. */
    SyncMark mark() {
        return new SyncMark(REQUEST, 1, live().target(), live().lastHistoryId(), Optional.empty());
    }

    SyncOrder order() {
        LiveApplication live = live();
        return new SyncOrder(mark(), new Agreement(live.id(), live.deployed(), live.target(), live.spec()), live);
    }

    static SyncMark seen(SyncMark mark, String startedAt) {
        return new SyncMark(
                mark.request(),
                mark.attempt(),
                mark.revisions(),
                mark.historyBefore(),
                Optional.of(Instant.parse(startedAt)));
    }

    private void put(String pointer, String value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = json.at(at.head());
        if (parent.isMissingNode() || parent.isNull()) {
            put(at.head().toString(), "{}");
            parent = json.at(at.head());
        }
        ((ObjectNode) parent).set(at.last().getMatchingProperty(), read(value));
    }
}
