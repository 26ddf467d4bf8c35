package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

/** What an application looks like after an operation that succeeded. */
class AftermathIT extends SyncJourney {

    @Test
    void anApplicationThatDegradesHasFailed() {
        DeploymentRequest request = synced(pending(), Behaviour.degrades());

        assertThat(awaitFailed(request).standing().words()).contains("Degraded");
        assertThat(recorded(request)).endsWith(Kind.SYNC_SUCCEEDED, Kind.SYNC_FAILED);
    }

    @Test
    void aDegradedApplicationThatRecoversIsDeployedWhereSomebodyWaited() {
        ApplicationId application = pending();
        DeploymentRequest request = synced(application, Behaviour.degrades());
        awaitFailed(request);

        edit(application, json -> json.withObject("/status/health").put("status", "Healthy"));
        decide(request, "wait");

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
        assertThat(recorded(request))
                .containsExactly(
                        Kind.REQUEST_OPENED,
                        Kind.SYNC_GRANTED,
                        Kind.SYNC_ASKED,
                        Kind.SYNC_STARTED,
                        Kind.SYNC_SUCCEEDED,
                        Kind.SYNC_FAILED,
                        Kind.WAIT_DECIDED,
                        Kind.DEPLOYED);
    }

    @Test
    void aDegradedApplicationIsSyncedOnceMoreWhereSomebodyRetries() {
        ApplicationId application = pending();
        DeploymentRequest request = synced(application, Behaviour.degrades());
        awaitFailed(request);
        // as after a manifest that would not stay in place: it is out of sync at the deployed revision
        edit(application, json -> json.withObject("/status/sync").put("status", "OutOfSync"));

        behave(application, Behaviour.normal());
        decide(request, "retry");

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(2);
        assertThat(attempts(request)).isEqualTo(2);
    }

    @Test
    void whatHasRecoveredMeanwhileIsNotSyncedOnceMore() {
        ApplicationId application = pending();
        DeploymentRequest request = synced(application, Behaviour.degrades());
        awaitFailed(request);
        edit(application, json -> json.withObject("/status/health").put("status", "Healthy"));
        await().atMost(PATIENCE)
                .until(() -> argoCd.seen(application).orElseThrow().health().equals("Healthy"));

        HttpResponse<String> answer = resolve("dev", request, Map.of("action", "retry"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("synced and healthy by now");
        decide(request, "wait");
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
    }

    @Test
    void anApplicationThatProgressesForEverRunsIntoTheHealthTimeOut() {
        DeploymentRequest request = synced(pending(), Behaviour.staysProgressing());

        assertThat(awaitFailed(request).standing().words()).contains("Not settled within 6 seconds", "Progressing");
    }

    @Test
    void whatWasNotPrunedIsNamed() {
        ApplicationId application = pending();
        DeploymentRequest request = synced(application, Behaviour.prunesSkipped());

        assertThat(awaitFailed(request).standing().words())
                .contains("ConfigMap " + application.name() + "-former is left out of sync", "pruned");
        assertThat(live(application).at("/status/sync/status").asText()).isEqualTo("OutOfSync");
    }

    @Test
    void aSyncThatCannotBeTriedFailsWithArgoCdsWords() {
        DeploymentRequest request = synced(pending(), Behaviour.errs("failed to load target state"));

        assertThat(awaitFailed(request).standing().words()).isEqualTo("Argo CD says: failed to load target state");
    }

    private DeploymentRequest synced(ApplicationId application, Behaviour behaviour) {
        behave(application, behaviour);
        return ask("dev", application);
    }
}
