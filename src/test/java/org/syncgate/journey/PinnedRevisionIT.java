package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

class PinnedRevisionIT extends SyncJourney {

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "main", "2021.11.3", "~1.4.0", ""})
    void whateverTheSourceTracksTheCommitIsSynced(String tracked) {
        ApplicationId application = pending();
        track(application, tracked);
        String target = target(application);

        DeploymentRequest request = ask("dev", application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(operation(application).at("/sync/revision").asText()).isEqualTo(target);
        assertThat(operation(application).at("/sync/source"))
                .isEqualTo(live(application).at("/spec/source"));
        assertThat(lastHistory(application).path("revision").asText()).isEqualTo(target);
    }

    @Test
    void aChartVersionIsNoCommitAndIsRefused() {
        ApplicationId application = pending();
        track(application, "1.2.3");
        edit(application, json -> json.withObject("/status/sync").put("revision", "1.2.3"));

        HttpResponse<String> answer = start(signedIn("dev"), wish(application));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'1.2.3' is not a Git commit");
    }

    @Test
    void theOperationIsExactlyWhatTheContractSays() {
        ApplicationId application = pending();
        String target = target(application);

        DeploymentRequest request = ask("dev", application);
        awaitEnd(request);

        String id = request.id().text();
        ObjectNode expected = (ObjectNode) tree("""
                {"initiatedBy": {"username": "syncgate:%s"},
                 "info": [{"name": "syncgate/request", "value": "%s"}, {"name": "syncgate/attempt", "value": "1"}],
                 "retry": {"limit": 0},
                 "sync": {"revision": "%s", "prune": false, "syncOptions": ["ServerSideApply=true"]}}
                """.formatted(id, id, target));
        expected.withObject("/sync").set("source", live(application).at("/spec/source"));
        // no syncStrategy, so hooks run; no resources, so it is a full sync
        assertThat(operation(application)).isEqualTo(expected);
    }

    @Test
    void nothingLeaksFromThePreviousOperation() {
        ApplicationId application = pending();
        edit(application, json -> json.withObject("/status").set("operationState", tree("""
                        {"phase": "Succeeded", "startedAt": "2021-11-02T10:00:00Z", "finishedAt": "2021-11-02T10:01:00Z",
                         "operation": {"initiatedBy": {"automated": true}, "retry": {"limit": 5},
                           "sync": {"revision": "cccccccccccccccccccccccccccccccccccccccc", "prune": true, "dryRun": true,
                             "autoHealAttemptsCount": 3, "syncStrategy": {"apply": {"force": true}},
                             "resources": [{"kind": "ConfigMap", "name": "other"}]}}}
                        """)));
        int before = lastHistory(application).path("id").asInt();

        DeploymentRequest request = ask("dev", application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        JsonNode operation = operation(application);
        assertThat(operation.at("/sync").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("revision", "source", "prune", "syncOptions");
        assertThat(operation.at("/initiatedBy/automated").asBoolean()).isFalse();
        assertThat(lastHistory(application).path("id").asInt()).isEqualTo(before + 1);
        assertThat(lastHistory(application).at("/initiatedBy/username").asText())
                .isEqualTo("syncgate:" + request.id());
    }

    @Test
    void thePinnedRevisionIsSyncedAlthoughTheTargetHasMoved() {
        ApplicationId application = pendingBehindShutWindow();
        String agreed = target(application);
        DeploymentRequest request = ask("dev", application);
        awaitWaiting(request, "sync windows");

        cluster("idfdev").commit(application.name(), NEWER);
        openWindow(application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(lastHistory(application).path("revision").asText()).isEqualTo(agreed);
        assertThat(target(application)).isEqualTo(NEWER);
        assertThat(live(application).at("/status/sync/status").asText()).isEqualTo("OutOfSync");
        assertThat(syncs(application)).isEqualTo(1);
    }

    @Test
    void everySourceOfAMultiSourceApplicationHasARevisionOfItsOwn() {
        ApplicationId application = copyOf("idfdev", "portal");
        JsonNode targets = live(application).at("/status/sync/revisions");

        DeploymentRequest request = ask("dev", application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        JsonNode sync = operation(application).path("sync");
        assertThat(sync.path("revisions")).isEqualTo(targets).hasSize(2);
        assertThat(sync.path("sources")).isEqualTo(live(application).at("/spec/sources"));
        assertThat(sync.has("revision")).isFalse();
        assertThat(sync.has("source")).isFalse();
        assertThat(lastHistory(application).path("revisions")).isEqualTo(targets);
    }

    @Test
    void fewerRevisionsThanSourcesAreRefused() {
        ApplicationId application = copyOf("idfdev", "portal");
        edit(application, json -> ((ArrayNode) json.at("/status/sync/revisions")).remove(1));

        HttpResponse<String> answer = start(signedIn("dev"), wish(application));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("1 revision for 2 sources");
        assertThat(requests.openFor(application)).isEmpty();
    }

    @Test
    void aDriftIsSyncedAgainAtTheDeployedRevision() {
        ApplicationId application = copyOf("idfdev", "squareone");
        String deployed = lastHistory(application).path("revision").asText();

        DeploymentRequest request = ask("dev", application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(operation(application).at("/sync/revision").asText()).isEqualTo(deployed);
        assertThat(live(application).at("/status/sync/status").asText()).isEqualTo("Synced");
        assertThat(syncs(application)).isEqualTo(1);
    }

    private static void track(ApplicationId application, String revision) {
        edit(application, json -> {
            json.withObject("/spec/source").put("targetRevision", revision);
            json.withObject("/status/sync/comparedTo/source").put("targetRevision", revision);
        });
    }
}
