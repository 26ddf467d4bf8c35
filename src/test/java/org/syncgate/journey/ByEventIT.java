package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.ClusterStatus.Reachable;
import org.syncgate.argocd.ClusterStatus.Unreachable;
import org.syncgate.argocd.Reading;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

/** The watch takes requests on; the timers, which are ten minutes away here, are only the net. */
class ByEventIT extends MeddledJourney {

    @Test
    void aSyncIsFollowedByEvents() {
        ApplicationId application = pending();

        DeploymentRequest request = ask("dev", application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
    }

    @Test
    void theGateGoesOnWhenAForeignOperationIsOver() {
        ApplicationId application = pending();
        DeploymentRequest request = askWhileBobSyncs(application);

        awaitWaiting(request, "An operation by bob is in progress.");
        endBobsSync(application);

        assertDeployedByOneSyncOfOurs(request, application);
    }

    @Test
    void whatMovedWhileTheGateJudgedIsNotMissed() {
        ApplicationId application = pending();
        behave(application, Behaviour.neverFinishes());
        meddler.plainRead(application);
        meddler.onRead(application, argoCd -> {
            cluster("idfdev").foreignSync(application.name(), "bob");
            Reading busy = argoCd.read(application);
            endBobsSync(application);
            awaitSeenIdle(application);
            return busy;
        });

        DeploymentRequest request = ask("dev", application);

        assertDeployedByOneSyncOfOurs(request, application);
    }

    @Test
    void theGateGoesOnWhenTheClusterAnswersAgain() {
        ApplicationId application = copyOf("tts-dev", "nublado");
        meddler.plainRead(application);
        meddler.onRead(application, argoCd -> {
            cluster("tts-dev").goDown();
            return argoCd.read(application);
        });
        DeploymentRequest request = ask("dev", application);

        awaitWaiting(request, "The cluster cannot be reached");
        await().atMost(PATIENCE)
                .until(() -> argoCd.cluster("tts-dev").orElseThrow().reachability(), Unreachable.class::isInstance);
        cluster("tts-dev").comeUp();

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
    }

    @Test
    void aClusterThatCameBackWhileTheGateJudgedIsNotMissed() {
        ApplicationId application = copyOf("tts-dev", "nublado");
        meddler.plainRead(application);
        meddler.onRead(application, argoCd -> {
            cluster("tts-dev").goDown();
            await().atMost(PATIENCE)
                    .until(() -> argoCd.cluster("tts-dev").orElseThrow().reachability(), Unreachable.class::isInstance);
            Reading down = argoCd.read(application);
            cluster("tts-dev").comeUp();
            await().atMost(PATIENCE)
                    .until(() -> argoCd.cluster("tts-dev").orElseThrow().reachability(), Reachable.class::isInstance);
            return down;
        });

        DeploymentRequest request = ask("dev", application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
    }

    @Test
    void aWatchThatHangsBehindMakesNobodyLookInCircles() {
        ApplicationId application = pending();
        behave(application, Behaviour.neverFinishes());
        meddler.freeze(application);
        DeploymentRequest request = ask("dev", application);
        await().atMost(PATIENCE).until(() -> recorded(request).contains(Kind.SYNC_ASKED));
        int before = meddler.readings(application);

        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> meddler.readings(application) - before, looks -> looks < 5);
    }

    private DeploymentRequest askWhileBobSyncs(ApplicationId application) {
        behave(application, Behaviour.neverFinishes());
        meddler.plainRead(application);
        meddler.onRead(application, argoCd -> {
            cluster("idfdev").foreignSync(application.name(), "bob");
            return argoCd.read(application);
        });
        return ask("dev", application);
    }

    /** It fails, so that nothing was deployed. */
    private static void endBobsSync(ApplicationId application) {
        edit(application, json -> {
            json.remove("operation");
            json.withObject("/status/operationState").put("phase", "Failed");
        });
        behave(application, Behaviour.normal());
    }

    private void awaitSeenIdle(ApplicationId application) {
        await().atMost(PATIENCE)
                .until(() -> argoCd.seen(application)
                        .filter(live -> live.operationBy().isEmpty())
                        .filter(live -> live.resourceVersion()
                                .equals(live(application)
                                        .at("/metadata/resourceVersion")
                                        .asText()))
                        .isPresent());
    }

    private void assertDeployedByOneSyncOfOurs(DeploymentRequest request, ApplicationId application) {
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(attempts(request)).isEqualTo(1);
        assertThat(lastHistory(application).at("/initiatedBy/username").asText())
                .isEqualTo("syncgate:" + request.id());
    }
}
