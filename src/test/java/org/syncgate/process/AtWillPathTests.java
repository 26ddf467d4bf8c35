package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Voided;

/** Nothing stands before the gate: what the gate and Argo CD make of it. */
@Walks({"path-at-will", "part-sync"})
class AtWillPathTests extends PathRun {

    AtWillPathTests() {
        super(AT_WILL);
    }

    @Test
    void aHealthySyncEndsAsDeployed() {
        DeploymentRequest request = start();
        run();
        argoCd.begins();
        fire("followDue");
        argoCd.succeeds("Healthy");
        fire("followDue");
        clock.passes(SOAK);
        fire("followDue");

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void theWatchsWordWakesWhoFollowsASync() {
        DeploymentRequest request = start();
        run();
        argoCd.begins();
        moved();

        run();

        assertThat(kinds(request)).contains(Kind.SYNC_STARTED);
    }

    @Test
    void aShutGateIsAskedAgainOnTheWatchsWordAndWhenItIsTime() {
        DeploymentRequest request = start();
        argoCd.edit(node -> node.putObject("operation").putObject("initiatedBy").put("username", "admin"));
        run();
        assertThat(now(request).standing().words()).isEqualTo("An operation by admin is in progress.");

        fire("nextLookDue");
        assertThat(kinds(request)).containsOnlyOnce(Kind.GATE_WAITS);

        argoCd.edit(node -> node.remove("operation"));
        moved();
        run();
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void aGateThatStaysShutEndsAsExpired() {
        DeploymentRequest request = start();
        argoCd.goesDown();
        run();
        argoCd.comesUp();

        clock.passes(Duration.ofDays(7));
        fire("requestExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void aSourceThatChangedUnnoticedVoidsTheAgreementAtTheGate() {
        DeploymentRequest request = start();
        argoCd.edit(node -> node.withObject("/spec/source").put("path", "applications/another"));
        run();

        assertThat(now(request).standing()).isInstanceOf(Voided.class);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("reconsiderRequest");
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void whatNeedsNoNoticeIsTalkedAboutNowhere() {
        DeploymentRequest request = started();
        syncs();

        assertThat(notices(request)).isEmpty();
    }

    @Test
    void anApplicationThatIsBeingDeletedEndsAsRefused() {
        DeploymentRequest request = start();
        argoCd.edit(node -> node.withObject("/metadata").put("deletionTimestamp", "2026-11-23T06:00:00Z"));
        run();

        assertThat(endOf(request)).isEqualTo("requestRefused");
    }

    @Test
    void aGrantThatIsNotTakenIsJudgedAgain() {
        DeploymentRequest request = start();
        runUntil("requestSync");
        argoCd.edit(node -> node.withObject("/status").put("reconciledAt", "2026-11-23T06:00:00Z"));
        run();

        assertThat(kinds(request)).containsSequence(Kind.SYNC_GRANTED, Kind.GRANT_LAPSED, Kind.SYNC_GRANTED);
        assertThat(now(request).currentAttempt().number()).isEqualTo(2);
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void whatBoreTheMarkOfTheGrantBeforeItIsNotTakenForTheSyncThatWasGranted() {
        DeploymentRequest request = start();
        argoCd.forges(request.id(), 1);
        run();

        assertThat(argoCd.asked()).isEqualTo(1);
        assertThat(kinds(request)).contains(Kind.SYNC_ASKED).doesNotContain(Kind.SYNC_FAILED);
    }

    @Test
    void aFailedSyncCanBeRetriedAndThenGivenUp() {
        DeploymentRequest request = failed("the hook failed");
        decide("retry", "");
        run();
        assertThat(argoCd.asked()).isEqualTo(2);
        argoCd.begins();
        argoCd.fails("the hook failed again");
        fire("followDue");

        decide("give-up", "The hook needs a fix first");

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
        assertThat(records.of(request.id()))
                .last()
                .extracting(Entry::kind, Entry::who, Entry::why)
                .containsExactly(Kind.GIVEN_UP, "dev", "The hook needs a fix first");
    }

    @Test
    void aDegradedSyncCanBeWaitedFor() {
        DeploymentRequest request = start();
        run();
        argoCd.begins();
        argoCd.succeeds("Degraded");
        fire("followDue");
        clock.passes(SOAK);
        fire("followDue");
        assertThat(task().getName()).isEqualTo("Resolve the failed sync of idfdev/gafaelfawr");

        argoCd.edit(node -> node.withObject("/status/health").put("status", "Healthy"));
        decide("wait", "");
        clock.passes(SOAK);
        fire("followDue");

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void aFailedSyncThatNobodyDecidesOnIsRemindedOfAndEndsAsExpired() {
        DeploymentRequest request = failed("no endpoints");

        fire("reminderDue");
        assertThat(task().getPriority()).isEqualTo(100);
        assertThat(task().getName()).isEqualTo("Reminder: Resolve the failed sync of idfdev/gafaelfawr");
        fire("failureExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(kinds(request)).endsWith(Kind.FAILURE_REMINDED, Kind.EXPIRED);
    }

    @Test
    void whatHasExpiredIsNotGrantedEvenIfNobodyHasSaidSoYet() {
        DeploymentRequest request = start();
        clock.passes(Duration.ofDays(8));
        run();
        assertThat(argoCd.asked()).isZero();

        fire("requestExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
    }

    @Test
    void anApplicationThatIsWrittenToAllTheTimeIsAskedAboutWithGrowingPauses() {
        DeploymentRequest request = start();
        runUntil("requestSync");
        argoCd.edit(node -> {});
        step("requestSync");
        runUntil("requestSync");
        argoCd.edit(node -> {});
        run();
        assertThat(now(request).currentAttempt().number()).isEqualTo(2);
        assertThat(argoCd.asked()).isZero();

        clock.passes(Duration.ofSeconds(1));
        fire("nextLookDue");

        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void whatTheKubernetesApiRefusesIsAskedAbout() {
        DeploymentRequest request = start();
        argoCd.forbids();
        run();

        assertThat(task().getTaskDefinitionKey()).isEqualTo("resolveFailedSync");
        assertThat(now(request).standing().words()).endsWith("answered 403: applications are forbidden");
    }

    @Test
    void aFailureLongerThanTheEngineCanHoldReachesTheTaskInPart() {
        DeploymentRequest request = failed("no endpoints ".repeat(1000));

        assertThat((String) tasks.getVariable(task().getId(), Vars.FAILURE)).endsWith("(in full under Requests)");
        assertThat(now(request).standing().words()).hasSizeGreaterThan(12_000);
    }

    @Test
    void nobodyDecidesOnWhatCannotBeSeen() {
        failed("no endpoints");
        argoCd.goesDown();

        assertThatThrownBy(() -> decide("retry", "")).hasMessageContaining("idfdev cannot be reached");
        assertThatThrownBy(() -> decide("wait", "")).hasMessageContaining("idfdev cannot be reached");
    }

    @Test
    void aDecisionThatCannotBeMeantIsRefusedAndTheTaskStays() {
        failed("no endpoints");

        assertThatThrownBy(() -> decide("rollback", "")).hasMessageContaining("Choose what to do next");
        assertThatThrownBy(() -> decide("wait", "")).hasMessageContaining("There is nothing to wait for");
        assertThatThrownBy(() -> decide("give-up", "too short")).hasMessageContaining("at least 10 characters");

        assertThat(task().getTaskDefinitionKey()).isEqualTo("resolveFailedSync");
    }

    @Test
    void aRetargetedRequestThatIsGrantedBeforeItsProcessHasHeardIsFollowedToItsEnd() {
        DeploymentRequest request = start();
        argoCd.edit(node -> node.putObject("operation").putObject("initiatedBy").put("username", "admin"));
        run();
        argoCd.edit(node -> node.remove("operation"));
        argoCd.pends(NEWER);
        amend("dev", request, "retarget", "");
        step("nextLookDue");
        runUntil("tellRequest");
        assertThat(now(request).agreement().target()).containsExactly(NEWER);

        run();
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    private DeploymentRequest failed(String message) {
        DeploymentRequest request = start();
        run();
        argoCd.begins();
        argoCd.fails(message);
        fire("followDue");
        return request;
    }

    private void decide(String action, String reason) {
        decide("dev", action, reason);
    }
}
