package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.ClusterStatus.Reachable;
import org.syncgate.argocd.ClusterStatus.Unreachable;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.Attempt.Phase;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

/** The Kubernetes API goes down and comes back in each phase: nothing is lost, and one sync is made. */
class OutageIT extends MeddledJourney {

    private static final String CLUSTER = "roundtable-dev";

    @BeforeEach
    @AfterEach
    void theClusterAnswers() {
        cluster(CLUSTER).comeUp();
        await().atMost(PATIENCE)
                .until(() -> argoCd.cluster(CLUSTER).orElseThrow().reachability(), Reachable.class::isInstance);
    }

    @Test
    void betweenTheGrantAndThePatch() {
        ApplicationId application = ook();
        meddler.plainRead(application);
        meddler.plainRead(application);
        meddler.onRead(application, argoCd -> {
            cluster(CLUSTER).goDown();
            return argoCd.read(application);
        });

        DeploymentRequest request = ask("dev", application);
        awaitStanding(request, standing -> standing.words().contains("cannot be reached"));
        comeBack();

        assertSyncedOnce(request, application);
    }

    @Test
    void whenThePatchIsSent() {
        ApplicationId application = ook();
        meddler.onSync(application, (argoCd, order) -> {
            cluster(CLUSTER).goDown();
            return argoCd.sync(order);
        });

        DeploymentRequest request = ask("dev", application);
        awaitStanding(request, standing -> standing.words().contains("cannot be reached"));
        comeBack();

        assertSyncedOnce(request, application);
    }

    @Test
    void beforeTheAnswerToThePatch() {
        ApplicationId application = ook();
        meddler.onSync(application, (argoCd, order) -> {
            argoCd.sync(order);
            cluster(CLUSTER).goDown();
            // the controller goes on all the same
            await().atMost(PATIENCE).until(() -> syncs(application) == 1);
            return argoCd.sync(order);
        });

        DeploymentRequest request = ask("dev", application);
        awaitStanding(request, standing -> standing.words().contains("cannot be reached"));
        comeBack();

        assertSyncedOnce(request, application);
        assertThat(attempts(request)).isEqualTo(1);
    }

    @Test
    void whileItRuns() {
        ApplicationId application = ook();
        behave(application, Behaviour.neverFinishes());
        DeploymentRequest request = awaitPhase(ask("dev", application), Phase.RUNNING);

        cluster(CLUSTER).goDown();
        behave(application, Behaviour.normal());
        await().atMost(PATIENCE)
                .until(() ->
                        live(application).at("/status/sync/status").asText().equals("Synced"));
        assertThat(now(request).currentAttempt().phase()).isEqualTo(Phase.RUNNING);
        comeBack();

        assertSyncedOnce(request, application);
        assertThat(attempts(request)).isEqualTo(1);
    }

    @Test
    void whileItSettles() {
        ApplicationId application = ook();
        behave(application, Behaviour.staysProgressing());
        DeploymentRequest request = awaitPhase(ask("dev", application), Phase.SETTLING);

        cluster(CLUSTER).goDown();
        behave(application, Behaviour.normal());
        await().atMost(PATIENCE)
                .until(() ->
                        live(application).at("/status/health/status").asText().equals("Healthy"));
        comeBack();

        assertSyncedOnce(request, application);
        assertThat(attempts(request)).isEqualTo(1);
    }

    private ApplicationId ook() {
        return copyOf(CLUSTER, "ook");
    }

    /** Once the outage was noticed; a shorter one is no event. */
    private void comeBack() {
        await().atMost(PATIENCE)
                .until(() -> argoCd.cluster(CLUSTER).orElseThrow().reachability(), Unreachable.class::isInstance);
        cluster(CLUSTER).comeUp();
    }

    private void assertSyncedOnce(DeploymentRequest request, ApplicationId application) {
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
        assertThat(recorded(request)).doesNotContain(Kind.SYNC_FAILED).containsOnlyOnce(Kind.DEPLOYED);
    }
}
