package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Waiting;

/** A request is withdrawn or retargeted, wherever its token stands. */
@Walks("amend-request")
class AmendRequestTests extends PathRun {

    private static final Duration NOTICE = Duration.ofHours(24);

    AmendRequestTests() {
        super(RELEASE_MANAGER);
    }

    @Test
    void whatIsBeingAnnouncedCanBeWithdrawn() {
        channels.fails(RSP_TEAM, "The channel is archived.");
        DeploymentRequest request = started();

        amended("dev", request, "withdraw");

        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
        assertThat(channels.posted(RSP_TEAM)).isEmpty();
    }

    @Test
    void whatWaitsForItsApprovalCanBeWithdrawn() {
        DeploymentRequest request = started();

        amended("dev", request, "withdraw");

        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
        assertThat(task()).isNull();
        assertThat(records.of(request.id()))
                .filteredOn(entry -> entry.kind() == Kind.WITHDRAWN)
                .singleElement()
                .extracting(Entry::who, Entry::why)
                .containsExactly("dev", "The commissioning run is put off");
        assertThat(notices(request)).containsExactly(NoticeKind.ANNOUNCEMENT, NoticeKind.WITHDRAWAL);
    }

    @Test
    void whatWaitsAtTheGateCanBeWithdrawn() {
        DeploymentRequest request = atTheShutGate();

        amended("dev", request, "withdraw");

        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void whatWasWithdrawnIsNotSyncedEvenIfItsProcessHasNotHeardYet() {
        DeploymentRequest request = atTheShutGate();
        argoCd.comesUp();
        amend("dev", request, "withdraw", "The commissioning run is put off");

        step("nextLookDue");
        runUntil("tellRequest");
        run();

        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void aRetargetVoidsTheApprovalAndRestartsTheNoticeAndItsClock() {
        DeploymentRequest request = started();
        approve("rel");
        clock.passes(Duration.ofHours(23));
        argoCd.pends(NEWER);

        amended("dev", request, "retarget");

        assertThat(now(request).agreement().target()).containsExactly(NEWER);
        assertThat(now(request).agreementNumber()).isEqualTo(2);
        assertThat(due("noticeElapsed")).isEqualTo(clock.instant().plus(NOTICE));
        assertThat(task().getName()).startsWith("Approve idfprod/gafaelfawr eeeeeee");
        assertThat(written.of(request.id()))
                .filteredOn(notice -> notice.kind() == NoticeKind.ANNOUNCEMENT)
                .extracting(Notice::agreement)
                .containsExactly(1, 2);
        assertThat(channels.posted(RSP_TEAM).get(2).thread()).contains(ScriptedNotices.id(RSP_TEAM, 1));
        assertThat(channels.titles(RSP_TEAM).get(2)).endsWith(", instead of what was announced before");
    }

    @Test
    void theOkayAndTheNoticeOfTheRevisionBeforeDoNotOpenTheGate() {
        DeploymentRequest request = atTheShutGate();
        argoCd.comesUp();
        argoCd.pends(NEWER);
        amend("dev", request, "retarget", "");

        fireUntil("nextLookDue", "tellRequest");
        assertThat(words(request))
                .isEqualTo("It has not been announced yet on #rsp-team."
                        + " Approvals are missing: 1 of release-managers.");
        run();
        approve("rel");
        assertThat(argoCd.asked()).isZero();
        clock.passes(NOTICE);
        fire("noticeElapsed");
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void whatIsBeingAnnouncedCanBeRetargeted() {
        channels.fails(RSP_TEAM, "The channel is archived.");
        DeploymentRequest request = started();
        channels.recovers(RSP_TEAM);
        argoCd.pends(NEWER);

        amended("dev", request, "retarget");

        assertThat(channels.titles(RSP_TEAM)).singleElement().asString().contains("eeeeeee");
        assertThat(written.of(request.id())).noneMatch(Notice::isPending);
        assertThat(waitsFor("nextTryDue")).isFalse();
    }

    @Test
    void nothingIsRetargetedToWhatIsAgreedAlready() {
        DeploymentRequest request = started();

        refused(() -> amend("dev", request, "retarget", "")).hasMessageContaining("nothing else is pending");
    }

    @Test
    void whatWasShownAsPendingIsWhatIsAgreedOnOrNothing() {
        DeploymentRequest request = started();
        argoCd.pends(NEWER);
        Map<String, Object> stale =
                Map.of("request", request.id() + "@" + "a".repeat(40), "action", "retarget", "reason", "");
        Map<String, Object> shown = Map.of("request", request.id() + "@" + NEWER, "action", "retarget", "reason", "");

        refused(() -> as("dev", () -> runtime.startProcessInstanceByKey("amend-request", stale)))
                .hasMessageContaining("Since you opened the form");
        as("dev", () -> runtime.startProcessInstanceByKey("amend-request", shown));

        assertThat(now(request).agreement().target()).containsExactly(NEWER);
    }

    @Test
    void somebodyElsesRequestIsNeitherWithdrawnNorRetargeted() {
        DeploymentRequest request = started();
        argoCd.pends(NEWER);

        refused(() -> amend("dev2", request, "withdraw", "It is in my way today"))
                .hasMessageContaining("only they or an administrator");
        refused(() -> amend("dev2", request, "retarget", "")).hasMessageContaining("Nobody but its requester, dev");

        assertThat(now(request).agreementNumber()).isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("amend-request")
                        .count())
                .isZero();
    }

    @Test
    void anAdministratorWithdrawsButDoesNotRetarget() {
        DeploymentRequest request = started();
        argoCd.pends(NEWER);

        refused(() -> amend("admin", request, "retarget", "")).hasMessageContaining("Nobody but its requester, dev");
        amended("admin", request, "withdraw");

        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
    }

    @Test
    void whatIsBeingSyncedHasFailedOrHasEndedIsNotAmended() {
        DeploymentRequest request = started();
        approve("rel");
        clock.passes(NOTICE);
        fire("noticeElapsed");
        argoCd.begins();
        fire("followDue");
        refused(() -> amended("dev", request, "withdraw")).hasMessageContaining("is being synced");
        refused(() -> amended("dev", request, "retarget")).hasMessageContaining("is being synced");

        argoCd.fails("the hook failed");
        fire("followDue");
        refused(() -> amended("dev", request, "withdraw")).hasMessageContaining("Resolve the failed sync");

        decide("dev", "give-up", "The hook needs a fix first");
        refused(() -> amended("dev", request, "withdraw")).hasMessageContaining("has ended already: Given up");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        DeploymentRequest request = started();

        refused(() -> amend("dev", request, "withdraw", "")).hasMessageContaining("at least 10 characters");
        refused(() -> amend("dev", request, "approve", "")).hasMessageContaining("withdraw or retarget");
        refused(() -> as(
                        "dev",
                        () -> runtime.startProcessInstanceByKey(
                                "amend-request",
                                Map.of("request", request.id().text(), "action", "withdraw", "revision", NEWER))))
                .hasMessageContaining("no field revision");

        assertThat(now(request).standing()).isInstanceOf(Waiting.class);
    }

    @Test
    void whatHasBecomeVoidIsNotEndedByAnOldTimerOnceItIsRetargeted() {
        DeploymentRequest request = started();
        argoCd.deploys("d".repeat(40));
        moved();
        run();
        amend("dev", request, "retarget", "");

        fireUntil("reconsiderationExpired", "tellRequest");
        assertThat(now(request).standing()).isInstanceOf(Waiting.class);
        run();

        assertThat(task().getTaskDefinitionKey()).isEqualTo("approveDeployment");
    }

    @Test
    void whatIsNotApprovedInTimeIsNotEndedByAnOldTimerOnceItIsRetargeted() {
        DeploymentRequest request = started();
        argoCd.pends(NEWER);
        amend("dev", request, "retarget", "");

        fireUntil("approvalExpired", "tellRequest");
        assertThat(now(request).standing()).isInstanceOf(Waiting.class);
        run();

        assertThat(now(request).agreementNumber()).isEqualTo(2);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("approveDeployment");
    }

    private void fireUntil(String timer, String activity) {
        step(timer);
        runUntil(activity);
    }

    private DeploymentRequest atTheShutGate() {
        DeploymentRequest request = started();
        approve("rel");
        argoCd.goesDown();
        clock.passes(NOTICE);
        fire("noticeElapsed");
        return request;
    }
}
