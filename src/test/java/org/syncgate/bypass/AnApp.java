package org.syncgate.bypass;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.ApplicationId;

/** An Application for tests, which others change: OLD is deployed, NEW waits. Each change moves its version. */
final class AnApp {

    static final String OLD = "a".repeat(40);
    static final String NEW = "b".repeat(40);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private final ApplicationId id;
    private final ObjectNode json;

    AnApp(ApplicationId id) {
        this.id = id;
        json = read("""
                {metadata: {name: '%s', uid: 'one', resourceVersion: '7'},
                 spec: {source: {repoURL: 'https://example.org/charts.git', path: 'tap', targetRevision: 'main'},
                        destination: {namespace: 'tap', server: 'https://kubernetes.default.svc'},
                        syncPolicy: {}},
                 status: {sync: {status: 'OutOfSync', revision: '%s'},
                          history: [{id: 3, revision: '%s', deployedAt: '2026-11-12T23:05:41Z'}]}}
                """.formatted(id.name(), NEW, OLD));
    }

    LiveApplication live() {
        return LiveApplication.of(id.cluster(), json.deepCopy());
    }

    /** Somebody asks for a sync of NEW. */
    AnApp asks(String user) {
        return asks(user, "{revision: '" + NEW + "'}");
    }

    AnApp asks(String user, String sync) {
        return operation("{initiatedBy: {username: '" + user + "'}, sync: " + sync + "}");
    }

    /** Argo CD asks by itself. */
    AnApp asksItself() {
        return operation("{initiatedBy: {automated: true}, sync: {revision: '" + NEW + "'}}");
    }

    AnApp operation(String operation) {
        json.set("operation", read(operation));
        status().remove("operationState");
        return moved();
    }

    /** As our patch does it. */
    AnApp asksFor(String request, int attempt, String revision) {
        operation("""
                {initiatedBy: {username: 'syncgate:%1$s'},
                 info: [{name: 'syncgate/request', value: '%1$s'}, {name: 'syncgate/attempt', value: '%2$d'}],
                 sync: {revision: '%3$s'}}
                """.formatted(request, attempt, revision));
        json.withObject("/operation/sync").set("source", json.at("/spec/source"));
        return this;
    }

    AnApp withdraws() {
        json.remove("operation");
        return moved();
    }

    AnApp begins(String at) {
        ObjectNode state = status().putObject("operationState");
        state.put("phase", "Running").put("startedAt", at);
        state.set("operation", json.get("operation").deepCopy());
        return moved();
    }

    /** It is over, and was no full sync that succeeded. */
    AnApp ends(String phase) {
        json.remove("operation");
        status().withObject("/operationState").put("phase", phase);
        return moved();
    }

    /** It is over, and in the history. */
    AnApp succeeds() {
        ObjectNode state = status().withObject("/operationState");
        entry(
                state.path("startedAt").asText(),
                state.at("/operation/initiatedBy").toString(),
                state.at("/operation/sync/revision").asText());
        return ends("Succeeded");
    }

    /** The history shows one more. */
    AnApp entry(String startedAt, String initiatedBy, String revision) {
        ObjectNode entry = status().withArray("history").addObject();
        entry.put("id", status().path("history").size() + 2)
                .put("revision", revision)
                .put("deployStartedAt", startedAt);
        entry.set("initiatedBy", read(initiatedBy));
        entry.set("source", json.at("/spec/source"));
        return moved();
    }

    AnApp autoSync(String automated) {
        json.withObject("/spec/syncPolicy").set("automated", read(automated));
        return moved();
    }

    AnApp autoSyncOff() {
        json.withObject("/spec/syncPolicy").remove("automated");
        return moved();
    }

    AnApp branch(String branch) {
        json.withObject("/spec/source").put("targetRevision", branch);
        return moved();
    }

    AnApp touched() {
        json.withObject("/metadata/annotations")
                .put("touched", json.at("/metadata/resourceVersion").asText());
        return moved();
    }

    /** Deleted and made anew, with whatever it shows, as from a backup. */
    AnApp recreated(String at) {
        json.withObject("/metadata")
                .put("uid", "another " + json.at("/metadata/resourceVersion").asText())
                .put("creationTimestamp", at);
        return moved();
    }

    private AnApp moved() {
        ObjectNode metadata = json.withObject("/metadata");
        metadata.put(
                "resourceVersion",
                String.valueOf(metadata.path("resourceVersion").asLong() + 1));
        return this;
    }

    private ObjectNode status() {
        return json.withObject("/status");
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
