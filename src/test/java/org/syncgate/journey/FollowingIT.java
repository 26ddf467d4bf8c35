package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.DemoClock;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.Attempt.Phase;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Syncing;

@Tag("one-at-a-time")
class FollowingIT extends SyncJourney {

    @Test
    void aRestartedControllerIsFollowedToTheEndOfTheSameOperation() {
        ApplicationId application = pending();
        DeploymentRequest request = running(application, Behaviour.neverFinishes());
        Instant startedAt = now(request).currentAttempt().startedAt().orElseThrow();

        cluster("idfdev").restart();
        behave(application, Behaviour.normal());

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(now(request).currentAttempt().startedAt()).contains(startedAt);
        assertThat(syncs(application)).isEqualTo(1);
        assertThat(recorded(request)).containsOnlyOnce(Kind.SYNC_STARTED, Kind.SYNC_GRANTED);
    }

    @Test
    void aBlockedOperationIsFollowedUntilItsWindowOpens() {
        ApplicationId application = pending();
        DeploymentRequest request = running(application, Behaviour.blockedByWindow());

        awaitStanding(
                request,
                standing -> standing instanceof Syncing
                        && standing.words().contains("Sync operation blocked by sync window"));
        behave(application, Behaviour.normal());

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
    }

    @Test
    void aBlockedOperationRunsIntoTheTimeOutWithArgoCdsWords() {
        DeploymentRequest request = running(pending(), Behaviour.blockedByWindow());

        assertThat(awaitFailed(request).standing().words())
                .contains("Still not over after 6 seconds", "Sync operation blocked by sync window");
    }

    @Test
    void anOperationThatTakesTooLongIsWaitedForWhereSomebodySaysSo() {
        ApplicationId application = pending();
        DeploymentRequest request = running(application, Behaviour.neverFinishes());
        awaitFailed(request);

        assertThat(resolve("dev", request, java.util.Map.of("action", "retry")).body())
                .contains("still under way");
        decide(request, "wait");
        behave(application, Behaviour.normal());

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
        assertThat(attempts(request)).isEqualTo(1);
        assertThat(recorded(request)).containsOnlyOnce(Kind.SYNC_STARTED, Kind.SYNC_SUCCEEDED);
    }

    @Test
    void aZombieIsLostAndARetryBeginsAnew() {
        ApplicationId application = pending();
        DeploymentRequest request = running(application, Behaviour.neverFinishes());

        edit(application, json -> json.remove("operation"));
        assertThat(awaitFailed(request).standing().words()).contains("lost the operation");
        behave(application, Behaviour.normal());
        decide(request, "retry");

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(attempts(request)).isEqualTo(2);
    }

    @Test
    void aTerminatedOperationFailsWithArgoCdsWords() {
        ApplicationId application = pending();
        DeploymentRequest request = running(application, Behaviour.neverFinishes());

        edit(application, json -> json.withObject("/status/operationState").put("phase", "Terminating"));

        assertThat(awaitFailed(request).standing().words()).isEqualTo("Argo CD says: Operation terminated");
    }

    @Test
    void aForeignOperationThatTakesThePlaceOfOursIsNamed() {
        ApplicationId application = pending();
        DeploymentRequest request = running(application, Behaviour.neverFinishes());

        cluster("idfdev").foreignSync(application.name(), "bob");

        assertThat(awaitFailed(request).standing().words()).contains("An operation by bob has taken the place");
        assertThat(recorded(request)).doesNotContain(Kind.SYNC_SUCCEEDED);
    }

    @Test
    void whatNobodyPicksUpIsWithdrawnAndARetrySucceeds() {
        ApplicationId application = pending();
        DeploymentRequest request;
        cluster("idfdev").pause();
        try {
            request = ask("dev", application);
            assertThat(awaitFailed(request).standing().words()).contains("controller has not begun within 5 seconds");
            assertThat(live(application).path("operation").isObject()).isFalse();
        } finally {
            cluster("idfdev").resume();
        }

        assertThat(syncs(application)).isZero();
        await().atMost(PATIENCE)
                .until(() ->
                        argoCd.seen(application).orElseThrow().operationBy().isEmpty());
        decide(request, "retry");

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
        assertThat(attempts(request)).isEqualTo(2);
    }

    @Test
    void whatArgoCdShowsFromBeforeTheEndIsNotBelieved() {
        ApplicationId application = pending();
        DeploymentRequest request = running(application, Behaviour.neverFinishes());
        Instant now = DemoClock.ofThisJvm().instant().truncatedTo(ChronoUnit.SECONDS);
        cluster("idfdev").pause();
        try {
            edit(application, json -> {
                json.remove("operation");
                json.withObject("/status/operationState")
                        .put("phase", "Succeeded")
                        .put("finishedAt", now.toString());
                json.withObject("/status")
                        .put("reconciledAt", now.minusSeconds(1).toString());
                json.withObject("/status/sync").put("status", "Synced");
            });

            awaitPhase(request, Phase.SETTLING);
            await().during(Duration.ofMillis(800))
                    .atMost(PATIENCE)
                    .until(() -> now(request).standing(), Syncing.class::isInstance);
            // no comparison came, so one is asked for
            await().atMost(PATIENCE)
                    .until(() -> live(application).at("/metadata/annotations").has("argocd.argoproj.io/refresh"));
        } finally {
            cluster("idfdev").resume();
        }

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
    }

    @Test
    void anApplicationThatIsDeletedWhileItSyncsIsGone() {
        ApplicationId application = pending();
        edit(application, json -> json.withObject("/metadata").remove("finalizers"));
        DeploymentRequest request = running(application, Behaviour.neverFinishes());

        cluster("idfdev").delete(application.name());

        assertGoneForGood(request);
    }

    @Test
    void anApplicationThatIsDeletedWithFinalizersIsFollowedUntilItIsGone() {
        ApplicationId application = pending();
        DeploymentRequest request = running(application, Behaviour.neverFinishes());

        cluster("idfdev").delete(application.name());
        assertThat(live(application).at("/metadata/deletionTimestamp").asText()).isNotEmpty();
        assertThat(now(request).standing()).isInstanceOf(Syncing.class);
        behave(application, Behaviour.normal());

        assertGoneForGood(request);
    }

    private void assertGoneForGood(DeploymentRequest request) {
        assertThat(awaitFailed(request).standing().words()).isEqualTo("The Application is gone.");
        decide(request, "retry");
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.REFUSED);
    }

    private DeploymentRequest running(ApplicationId application, Behaviour behaviour) {
        behave(application, behaviour);
        return awaitPhase(ask("dev", application), Phase.RUNNING);
    }
}
