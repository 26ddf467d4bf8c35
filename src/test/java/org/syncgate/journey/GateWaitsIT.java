package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

class GateWaitsIT extends SyncJourney {

    @Test
    void aShutProjectWindowIsWaitedForAndNamesItself() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = ask("dev", application);

        awaitWaiting(request, "The sync windows of its project are shut");
        assertThat(syncs(application)).isZero();
        openWindow(application);

        assertDeployedAfterWaiting(request, application);
        // judged every second, but recorded once
        assertThat(recorded(request).stream().filter(Kind.GATE_WAITS::equals)).hasSize(1);
    }

    @Test
    void aMissingProjectIsWaitedFor() {
        ApplicationId application = pending();
        edit(application, json -> json.withObject("/spec").put("project", "to-come"));
        DeploymentRequest request = ask("dev", application);

        awaitWaiting(request, "Its project to-come does not exist");
        putProject("idfdev", "to-come", false);

        assertDeployedAfterWaiting(request, application);
    }

    @Test
    void aComparisonErrorIsWaitedOut() {
        waitsOut(
                json -> json.withObject("/status")
                        .putArray("conditions")
                        .addObject()
                        .put("type", "ComparisonError")
                        .put("message", "helm template failed"),
                json -> json.withObject("/status").remove("conditions"),
                "helm template failed");
    }

    @Test
    void autoSyncIsWaitedOut() {
        waitsOut(
                json -> {
                    // or the simulated Argo CD would sync at once
                    json.withObject("/metadata/annotations").put("argocd.argoproj.io/skip-reconcile", "true");
                    json.withObject("/spec/syncPolicy").putObject("automated");
                },
                json -> {
                    json.withObject("/spec/syncPolicy").remove("automated");
                    json.withObject("/metadata/annotations").removeAll();
                },
                "Auto-sync is on");
    }

    @Test
    void skippedReconciliationIsWaitedOut() {
        waitsOut(
                json -> json.withObject("/metadata/annotations").put("argocd.argoproj.io/skip-reconcile", "true"),
                json -> json.withObject("/metadata/annotations").removeAll(),
                "skip-reconcile");
    }

    @Test
    void aStaleComparisonIsWaitedOut() {
        waitsOut(
                json -> json.withObject("/status/sync/comparedTo/destination").put("namespace", "former"),
                json -> json.withObject("/status/sync/comparedTo")
                        .set("destination", json.at("/spec/destination").deepCopy()),
                "has not compared");
    }

    @Test
    void fewerRevisionsThanSourcesAreWaitedOut() {
        ApplicationId application = copyOf("idfdev", "portal");
        String second = live(application).at("/status/sync/revisions/1").asText();
        putProject("idfdev", "portal-lengths", true);
        edit(application, json -> json.withObject("/spec").put("project", "portal-lengths"));
        DeploymentRequest request = ask("dev", application);
        awaitWaiting(request, "sync windows");

        edit(application, json -> ((ArrayNode) json.at("/status/sync/revisions")).remove(1));
        openWindow(application);
        awaitWaiting(request, "1 revision for 2 sources");
        edit(application, json -> json.withArray("/status/sync/revisions").add(second));

        assertDeployedAfterWaiting(request, application);
    }

    @Test
    void aZombieOfSomebodyElseIsNoOperationInProgress() {
        ApplicationId application = pending();
        edit(application, json -> json.withObject("/status").set("operationState", tree("""
                        {"phase": "Running", "startedAt": "2021-11-02T10:00:00Z",
                         "operation": {"initiatedBy": {"username": "bob"}, "sync": {}}}
                        """)));

        DeploymentRequest request = ask("dev", application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
    }

    private void waitsOut(Consumer<ObjectNode> trouble, Consumer<ObjectNode> mended, String words) {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = ask("dev", application);
        awaitWaiting(request, "sync windows");

        edit(application, trouble);
        openWindow(application);
        DeploymentRequest waiting = awaitWaiting(request, words);
        assertThat(awaitWaiting(waiting, words).attempt()).isEmpty();
        edit(application, mended);

        assertDeployedAfterWaiting(request, application);
    }

    private void assertDeployedAfterWaiting(DeploymentRequest request, ApplicationId application) {
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(recorded(request)).contains(Kind.GATE_WAITS, Kind.SYNC_GRANTED, Kind.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
        assertThat(attempts(request)).isEqualTo(1);
    }
}
