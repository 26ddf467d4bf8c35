package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Voided;

/** The release manager's okay and a day's notice, at the same time; and each way in which such a request can end. */
@Walks({"deploy-application", "path-release-manager-approval", "part-agreement"})
class ReleaseManagerApprovalPathTests extends PathRun {

    private static final Duration NOTICE = Duration.ofHours(24);

    private static final String RESOURCES = "- Secret old\\-keys \\(would be pruned\\)\n- Job schema \\(hook\\)";

    ReleaseManagerApprovalPathTests() {
        super(RELEASE_MANAGER);
    }

    @Test
    void whatIsApprovedBeforeTheNoticeHasElapsedIsSyncedWhenItHas() {
        DeploymentRequest request = started();
        approve("rel");
        assertThat(argoCd.asked()).isZero();

        clock.passes(NOTICE);
        fire("noticeElapsed");
        assertThat(argoCd.asked()).isEqualTo(1);
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(notices(request))
                .containsExactly(NoticeKind.ANNOUNCEMENT, NoticeKind.APPROVAL, NoticeKind.START, NoticeKind.SUCCESS);
        assertThat(channels.titles(RSP_TEAM).get(1)).startsWith("rel approved idfprod/gafaelfawr ");
        assertThat(channels.posted(RSP_TEAM).get(0).text())
                .containsPattern("Sync: 24 hours after this notice, so not before .*, and not until it is approved by"
                        + " 1 of release-managers\n");
        assertThat(channels.posted(RSP_TEAM).get(1).text())
                .contains("\nAll okays are there.\nAsked for by dev in science prod\nRequest: ")
                .doesNotContain("\n\n", "[");
    }

    @Test
    void theApproverIsToldWhereTheHeuristicsPointToMoreFormality() {
        start("dev", "none", "major");
        run();

        assertThat((String) tasks.getVariable(task().getId(), Vars.DETAILS))
                .contains(
                        "**Note:** The heuristics point to more formality than the chart asks\\: change control board");
    }

    @Test
    void aFailingChannelIsStillAnAdministratorsToResolveWhenSomebodyHasApproved() {
        channels.fails(RSP_TEAM, "The channel is archived.");
        DeploymentRequest request = started();
        while (waitsFor("nextTryDue")) {
            clock.passes(Duration.ofMinutes(30));
            fire("nextTryDue");
        }

        approve("rel", task("release-managers"));

        assertThat(words(request))
                .isEqualTo("It could not be announced on #rsp-team, so the notice clock does not run. The channel is"
                        + " archived. An administrator has to resolve it. It is approved.");
    }

    @Test
    void whatIsApprovedAfterTheNoticeHasElapsedIsSyncedAtOnce() {
        started();
        clock.passes(NOTICE);
        fire("noticeElapsed");
        assertThat(argoCd.asked()).isZero();

        approve("rel");

        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void anOkayThatComesBeforeTheAnnouncementIsToldAfterIt() {
        channels.fails(RSP_TEAM, "Slack is away.");
        started();
        approve("rel");
        channels.recovers(RSP_TEAM);
        clock.passes(Duration.ofMinutes(1));
        fireEach("nextTryDue");

        assertThat(channels.titles(RSP_TEAM)).hasSize(2);
        assertThat(channels.titles(RSP_TEAM).get(0)).startsWith("Deployment of idfprod/gafaelfawr ");
        assertThat(channels.titles(RSP_TEAM).get(1)).startsWith("rel approved idfprod/gafaelfawr ");
    }

    @Test
    void anOkayIsNotToldWhereTheAnnouncementNeverWas() {
        channels.fails(RSP_TEAM, "Slack is away.");
        DeploymentRequest request = started();
        approve("rel");
        amended("dev", request, "withdraw");
        channels.recovers(RSP_TEAM);
        clock.passes(Duration.ofMinutes(1));
        fireEach("nextTryDue");

        assertThat(channels.posted(RSP_TEAM)).isEmpty();
        assertThat(written.of(request.id())).noneMatch(Notice::isPending);
    }

    @Test
    void theTaskNamesWhatIsToBeApprovedAndByWhom() {
        started();

        assertThat(task().getName()).startsWith("Approve idfprod/gafaelfawr ").endsWith(" (release-managers)");
        assertThat((String) tasks.getVariable(task().getId(), Vars.DETAILS))
                .contains("science prod", "minor", "none", "Release manager");
    }

    @Test
    void theTaskShowsAllThatIsNeededToDecide() {
        oneIsPrunedAnotherIsAHookAndOneImageIsLive();
        DeploymentRequest request = start("dev", "expected", "cosmetic", "DM-4711");
        run();

        assertThat(shown())
                .containsEntry(Vars.REQUEST, request.id().text())
                .containsEntry(
                        Vars.ABOUT,
                        "idfprod/gafaelfawr: "
                                + Revisions.brief(request.agreement().deployed()) + " → "
                                + Revisions.brief(request.agreement().target()))
                .containsEntry(
                        Vars.DETAILS,
                        "**Environment:** science prod\n\n**Disruption:** expected, **change:** cosmetic\n\n"
                                + "**Practice:** Release manager\\'s okay\\, 24 hours\\' notice at least\\, announced on"
                                + " \\#rsp\\-team\\.")
                .containsEntry(Vars.RESOURCES, RESOURCES)
                .containsEntry(Vars.IMAGES, "- ghcr\\.io\\/lsst\\-sqre\\/gafaelfawr\\:9\\.2\\.1")
                .containsEntry(Vars.WISH, "**dev** writes: Needed for the commissioning run\n\n**Ticket:** DM\\-4711")
                .containsEntry(Vars.NEWER, "")
                .containsEntry(Vars.EARLIEST, Moments.time(clock.instant().plus(NOTICE)));
    }

    @Test
    void whatBecomesPendingMeanwhileIsNamedAndTheListStaysThatOfWhatIsAgreed() {
        oneIsPrunedAnotherIsAHookAndOneImageIsLive();
        DeploymentRequest request = started();

        anotherRevisionWithOtherChangesIsPending();

        assertThat(shown()).containsEntry(Vars.NEWER, aboutNewer(request)).containsEntry(Vars.RESOURCES, RESOURCES);
    }

    @Test
    void aTaskThatIsMadeWhenAnotherRevisionIsPendingSaysWhatItsListIsComparedWith() {
        DeploymentRequest request = start();
        anotherRevisionWithOtherChangesIsPending();
        run();

        assertThat(shown())
                .containsEntry(Vars.NEWER, aboutNewer(request))
                .containsEntry(
                        Vars.RESOURCES,
                        "*As compared with eeeeeee, not with what is agreed.*\n\n- ConfigMap of\\-the\\-newer");
        assertThat(channels.posted(RSP_TEAM).get(0).text())
                .contains("\nOut of sync: ConfigMap of-the-newer"
                        + " (as compared with eeeeeee, not with what is agreed)\n");
    }

    @Test
    void whatTheWatchHasNotSeenDoesNotPassForNothing() {
        start();
        argoCd.isUnseen();
        run();

        assertThat(shown())
                .containsEntry(Vars.RESOURCES, "Not known at the moment: look at the application in Argo CD.")
                .containsEntry(Vars.IMAGES, "Not known at the moment: look at the application in Argo CD.");
        assertThat(channels.posted(RSP_TEAM).get(0).text()).contains("\nOut of sync: not known at the moment\n");
    }

    @Test
    void theAnnouncementNamesWhatIsPrunedAndWhatIsAHook() {
        oneIsPrunedAnotherIsAHookAndOneImageIsLive();
        start("dev", "none", "minor", "DM-4711");
        run();

        assertThat(channels.posted(RSP_TEAM).get(0).text())
                .contains(
                        "\nTicket: DM-4711\n", "\nOut of sync: Secret old-keys (would be pruned), Job schema (hook)\n");
    }

    @Test
    void theEarliestMomentIsShownOnceTheNoticeIsDelivered() {
        channels.fails(RSP_TEAM, "Slack is away.");
        started();
        assertThat(shown()).containsEntry(Vars.EARLIEST, "24 hours after it has been announced");

        channels.recovers(RSP_TEAM);
        clock.passes(Duration.ofMinutes(10));
        fire("nextTryDue");

        assertThat(shown())
                .containsEntry(Vars.EARLIEST, Moments.time(clock.instant().plus(NOTICE)));
    }

    @Test
    void aRejectionEndsTheRequestWithWhoAndWhy() {
        DeploymentRequest request = started();

        reject("rel", "The schema is migrated this week");

        assertThat(endOf(request)).isEqualTo("requestRejected");
        assertThat(records.of(request.id()))
                .filteredOn(entry -> entry.kind() == Kind.REJECTED)
                .singleElement()
                .extracting(Entry::who, Entry::why)
                .containsExactly("rel", "The schema is migrated this week");
        assertThat(channels.titles(RSP_TEAM)).last().asString().startsWith("rel rejected idfprod/gafaelfawr ");
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void whatCannotBeMeantIsNoDecision() {
        started();

        refused(() -> reject("rel", "Not now")).hasMessageContaining("at least 10 characters");
        refused(() -> complete("rel", task(), Map.of("decision", "perhaps", "comment", "")))
                .hasMessageContaining("approve or reject");

        assertThat(task().getTaskDefinitionKey()).isEqualTo("approveDeployment");
    }

    @Test
    void nobodyApprovesTheirOwnRequestEvenAsAReleaseManager() {
        DeploymentRequest request = start("rel");
        run();
        Task asked = task();

        refused(() -> as("rel", () -> tasks.claim(asked.getId(), "rel"))).hasMessageContaining("their own request");
        refused(() -> approve("rel")).hasMessageContaining("their own request");

        approve("rel2");
        assertThat(kinds(request)).containsOnlyOnce(Kind.APPROVED);
    }

    @Test
    void nobodyOutsideTheGroupApproves() {
        DeploymentRequest request = started();
        Task asked = task();

        refused(() -> as("coord", () -> tasks.claim(asked.getId(), "coord")))
                .isInstanceOf(AuthorizationException.class);
        refused(() -> approve("coord")).isInstanceOf(AuthorizationException.class);
        refused(() -> approve("admin")).isInstanceOf(AuthorizationException.class);

        assertThat(kinds(request)).doesNotContain(Kind.APPROVED);
    }

    @Test
    void anExpiryThatAClockSlightlyBehindIsToldOfEndsTheRequestAllTheSame() {
        DeploymentRequest request = started();
        clock.passes(Duration.ofDays(3).minusSeconds(30));

        fire("approvalExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(kinds(request)).containsOnlyOnce(Kind.CLOCK_STARTED);
    }

    @Test
    void anApprovalThatSomebodyHasClaimedIsRemindedOfAsWell() {
        DeploymentRequest request = started();
        as("rel", () -> tasks.claim(task().getId(), "rel"));

        fire("approvalReminderDue");

        assertThat(task().getName()).startsWith("Reminder: Approve idfprod/gafaelfawr ");
        assertThat(kinds(request)).contains(Kind.APPROVAL_REMINDED);
        assertThat(notices(request)).containsExactly(NoticeKind.ANNOUNCEMENT, NoticeKind.REMINDER);
    }

    @Test
    void anApprovalThatNobodyGivesIsRemindedOfAndEndsAsExpired() {
        DeploymentRequest request = started();

        fire("approvalReminderDue");
        assertThat(task().getName()).startsWith("Reminder: Approve idfprod/gafaelfawr ");
        assertThat(task().getPriority()).isEqualTo(100);
        clock.passes(Duration.ofDays(3));
        fire("approvalExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(now(request).standing().words())
                .isEqualTo("Nobody approved it in time: 1 of release-managers missing.");
        assertThat(notices(request)).containsExactly(NoticeKind.ANNOUNCEMENT, NoticeKind.REMINDER, NoticeKind.EXPIRY);
        assertThat(channels.posted(RSP_TEAM).get(1).text())
                .startsWith("Reminder: idfprod/gafaelfawr ")
                .contains("\nIt still waits to be approved; without an okay the request expires."
                        + " Still asked: release-managers.\n");
        assertThat(channels.titles(RSP_TEAM))
                .last()
                .asString()
                .startsWith("The request for idfprod/gafaelfawr ")
                .endsWith(" has expired; it will not be deployed");
        assertThat(channels.posted(RSP_TEAM).get(2).text())
                .contains("\nNobody approved it in time: 1 of release-managers missing.\n");
    }

    @Test
    void whoeverWaitsForLongIsRemindedOnceOfWhatFor() {
        DeploymentRequest request = started();

        fire("waitReminderDue");

        assertThat(kinds(request)).containsOnlyOnce(Kind.WAIT_REMINDED);
        assertThat(channels.posted(RSP_TEAM).get(1).text())
                .startsWith("Reminder: idfprod/gafaelfawr ")
                .contains("Approvals are missing: 1 of release-managers.");
    }

    @Test
    void whenSomebodyIsRemindedAndWhenItEndsFollowsFromTheConfiguredTimes() {
        DeploymentRequest request = start();
        clock.passes(Duration.ofMinutes(1));
        run();

        assertThat(due("approvalReminderDue")).isEqualTo(clock.instant().plus(times.approvalReminder()));
        assertThat(due("approvalExpired"))
                .isEqualTo(task().getDueDate().toInstant())
                .isEqualTo(request.agreedAt().plus(times.approvalExpiry()));
        assertThat(due("waitReminderDue"))
                .isEqualTo(request.agreedAt().plus(NOTICE).plus(times.waitReminder()));
    }

    @Test
    void whoeverHasToReconsiderIsRemindedAndWaitedForFromThenOn() {
        DeploymentRequest request = started();
        clock.passes(Duration.ofHours(2));
        argoCd.deploys(NEWER);
        moved();
        run();

        assertThat(request.agreedAt()).isBefore(clock.instant());
        assertThat(due("reconsiderationReminderDue")).isEqualTo(clock.instant().plus(times.decisionReminder()));
        assertThat(due("reconsiderationExpired"))
                .isEqualTo(task().getDueDate().toInstant())
                .isEqualTo(clock.instant().plus(times.decisionExpiry()));
    }

    @Test
    void whoeverWaitsForTheGateIsRemindedOfWhatKeepsItShut() {
        DeploymentRequest request = started();
        approve("rel");
        argoCd.goesDown();
        clock.passes(NOTICE);
        fire("noticeElapsed");

        clock.passes(times.waitReminder());
        fire("waitReminderDue");

        assertThat(records.of(request.id()))
                .filteredOn(entry -> entry.kind() == Kind.WAIT_REMINDED)
                .singleElement()
                .extracting(Entry::why)
                .isEqualTo("The cluster cannot be reached: Connection refused");
        assertThat(channels.posted(RSP_TEAM).get(2).text())
                .startsWith("Reminder: idfprod/gafaelfawr ")
                .contains("\nThe cluster cannot be reached: Connection refused\n");
    }

    @Test
    void whatIsRetargetedIsRemindedOfAgain() {
        DeploymentRequest request = started();
        fire("waitReminderDue");
        clock.passes(Duration.ofHours(2));
        argoCd.pends(NEWER);

        amended("dev", request, "retarget");
        assertThat(due("waitReminderDue"))
                .isEqualTo(clock.instant().plus(NOTICE).plus(times.waitReminder()));
        assertThat(due("approvalReminderDue")).isEqualTo(clock.instant().plus(times.approvalReminder()));
        assertThat(due("approvalExpired")).isEqualTo(clock.instant().plus(times.approvalExpiry()));
        fire("waitReminderDue");

        assertThat(kinds(request)).filteredOn(Kind.WAIT_REMINDED::equals).hasSize(2);
        assertThat(channels.titles(RSP_TEAM)).last().asString().matches("Reminder: .* → eeeeeee still waits");
    }

    @Test
    void anApprovedRequestThatTheGateDoesNotLetThroughExpires() {
        DeploymentRequest request = started();
        approve("rel");
        argoCd.goesDown();
        clock.passes(NOTICE);
        fire("noticeElapsed");
        argoCd.comesUp();

        clock.passes(Duration.ofDays(7));
        fire("requestExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(words(request)).startsWith("The gate stayed shut until the request expired.");
    }

    @Test
    void aRevisionThatMovesOnItsOwnVoidsTheAgreementAtOnce() {
        DeploymentRequest request = voided();

        assertThat(now(request).standing()).isInstanceOf(Voided.class);
        assertThat(task().getName()).isEqualTo("Reconsider idfprod/gafaelfawr: its agreement is void");
        assertThat(waitsFor("noticeElapsed")).isFalse();
        assertThat(channels.titles(RSP_TEAM))
                .last()
                .asString()
                .startsWith("The agreement on idfprod/gafaelfawr ")
                .contains("is void");
    }

    @Test
    void aVoidAgreementCanBeReplacedAndIsApprovedAndAnnouncedAnew() {
        DeploymentRequest request = voided();

        decide("dev", "retarget", "");
        assertThat(now(request).agreementNumber()).isEqualTo(2);
        approve("rel");
        clock.passes(NOTICE);
        fire("noticeElapsed");
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(notices(request))
                .containsExactly(
                        NoticeKind.ANNOUNCEMENT,
                        NoticeKind.VOIDING,
                        NoticeKind.ANNOUNCEMENT,
                        NoticeKind.APPROVAL,
                        NoticeKind.START,
                        NoticeKind.SUCCESS);
    }

    @Test
    void nobodyRetargetsToWhatTheirTaskDoesNotShow() {
        DeploymentRequest request = started();
        argoCd.edit(node -> node.putObject("operation").putObject("initiatedBy").put("username", "jsick"));
        argoCd.deploys(NEWER);
        moved();
        run();
        LiveApplication before = argoCd.seen(application()).orElseThrow();
        argoCd.edit(node -> node.remove("operation"));

        refused(() -> decide("dev", "retarget", "")).hasMessageContaining("shows nothing that is pending");
        moved(before);
        decide("dev", "retarget", "");

        assertThat(now(request).agreementNumber()).isEqualTo(2);
    }

    @Test
    void aVoidAgreementCanBeWithdrawnInItsTask() {
        DeploymentRequest request = voided();

        refused(() -> decide("dev", "withdraw", "")).hasMessageContaining("at least 10 characters");
        decide("dev", "withdraw", "Somebody else has done better");

        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
        assertThat(channels.titles(RSP_TEAM)).last().asString().startsWith("dev withdrew idfprod/gafaelfawr ");
    }

    @Test
    void anAdministratorWithdrawsAVoidAgreementButDoesNotReplaceIt() {
        DeploymentRequest request = voided();

        refused(() -> decide("admin", "retarget", "")).hasMessageContaining("Nobody but its requester, dev");
        decide("admin", "withdraw", "Its requester is on leave");

        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
    }

    @Test
    void nobodyElseDecidesOnAVoidAgreement() {
        DeploymentRequest request = voided();

        refused(() -> decide("dev2", "withdraw", "It is in my way today")).isInstanceOf(AuthorizationException.class);
        refused(() -> decide("dev", "approve", "")).hasMessageContaining("retarget or withdraw");

        assertThat(now(request).standing()).isInstanceOf(Voided.class);
    }

    @Test
    void anAgreementCanBecomeVoidAgainAndAgain() {
        DeploymentRequest request = voided();
        decide("dev", "retarget", "");
        argoCd.deploys("d".repeat(40));
        moved();
        run();
        assertThat(kinds(request)).filteredOn(Kind.VOIDED::equals).hasSize(2);

        refused(() -> complete("dev", task(), Map.of())).hasMessageContaining("retarget or withdraw");
        decide("dev", "withdraw", "Too much is going on here");

        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
    }

    @Test
    void whatBecomesVoidAndIsBeingDeployedOutsideMeanwhileIsNotReplaced() {
        DeploymentRequest request = voided();
        argoCd.deploys(request.agreement().target().get(0));
        argoCd.edit(node -> node.withObject("/status/sync").put("status", "Synced"));

        refused(() -> decide("dev", "retarget", "")).hasMessageContaining("nothing is pending");
    }

    @Test
    void aVoidAgreementWhoseTargetIsDeployedOutsideMeanwhileEndsAsThat() {
        DeploymentRequest request = voided();
        argoCd.deploys(request.agreement().target().get(0));
        argoCd.edit(node -> node.withObject("/status/sync").put("status", "Synced"));

        moved();
        run();

        assertThat(endOf(request)).isEqualTo("deployedOutside");
        assertThat(kinds(request)).containsSubsequence(Kind.VOIDED, Kind.DEPLOYED_OUTSIDE);
        assertThat(notices(request)).endsWith(NoticeKind.VOIDING, NoticeKind.DEPLOYED_OUTSIDE);
        assertThat(tasks.createTaskQuery().count()).isZero();
    }

    @Test
    void aVoidAgreementIsNotOverturnedASecondTime() {
        DeploymentRequest request = voided();
        argoCd.deploys(NEWER);

        moved();
        run();

        assertThat(now(request).standing()).isInstanceOf(Voided.class);
        assertThat(kinds(request)).containsOnlyOnce(Kind.VOIDED);
        assertThat(task().getName()).startsWith("Reconsider ");
    }

    @Test
    void aVoidAgreementThatNobodyReconsidersIsRemindedOfAndEndsAsVoid() {
        DeploymentRequest request = voided();

        fire("reconsiderationReminderDue");
        assertThat(task().getName()).startsWith("Reminder: Reconsider ");
        fire("reconsiderationExpired");

        assertThat(endOf(request)).isEqualTo("agreementVoided");
        assertThat(kinds(request)).containsSubsequence(Kind.VOIDED, Kind.DECISION_REMINDED, Kind.EXPIRED);
        assertThat(notices(request)).endsWith(NoticeKind.EXPIRY);
        assertThat(channels.titles(RSP_TEAM))
                .last()
                .asString()
                .startsWith("The agreement on idfprod/gafaelfawr ")
                .endsWith(" was void and nobody chose another; it will not be deployed");
    }

    @Test
    void aVoidAgreementWithdrawnByAmendmentLeavesNoTask() {
        DeploymentRequest request = voided();

        amended("dev", request, "withdraw");

        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
        assertThat(task()).isNull();
    }

    @Test
    void aVoidAgreementRetargetedByAmendmentBeginsAnew() {
        DeploymentRequest request = voided();

        amended("dev", request, "retarget");

        assertThat(now(request).agreementNumber()).isEqualTo(2);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("approveDeployment");
    }

    @Test
    void whatSomebodyElseHasDeployedMeanwhileEndsAsDeployedOutside() {
        DeploymentRequest request = started();
        argoCd.deploys(request.agreement().target().get(0));
        moved();
        run();

        assertThat(endOf(request)).isEqualTo("deployedOutside");
        assertThat(channels.titles(RSP_TEAM)).last().asString().endsWith(" was deployed outside the gate");
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void anApplicationThatIsBeingDeletedIsRefusedForGood() {
        DeploymentRequest request = started();
        approve("rel");
        argoCd.edit(node -> node.withObject("/metadata").put("deletionTimestamp", "2026-11-23T06:00:00Z"));
        clock.passes(NOTICE);
        fire("noticeElapsed");

        assertThat(endOf(request)).isEqualTo("requestRefused");
        assertThat(channels.titles(RSP_TEAM)).last().asString().endsWith(" is refused for good");
    }

    @Test
    void aFailedSyncIsAnnouncedAndCanBeGivenUp() {
        DeploymentRequest request = started();
        approve("rel");
        clock.passes(NOTICE);
        fire("noticeElapsed");
        argoCd.begins();
        fire("followDue");
        argoCd.fails("the hook failed");
        fire("followDue");
        assertThat(channels.titles(RSP_TEAM))
                .last()
                .asString()
                .startsWith("The sync of idfprod/gafaelfawr ")
                .endsWith(" failed");
        assertThat(channels.posted(RSP_TEAM).get(3).text()).contains("\nArgo CD says: the hook failed\n");
        decide("dev", "give-up", "The hook needs a fix first");

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
        assertThat(notices(request)).endsWith(NoticeKind.START, NoticeKind.FAILURE, NoticeKind.GIVING_UP);
    }

    @Test
    void whatIsNotApprovedIsNotSyncedWhereverTheTokenStands() {
        DeploymentRequest request = started();
        clock.passes(NOTICE);
        fire("noticeElapsed");
        runtime.createProcessInstanceModification(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(request.id().text())
                        .processDefinitionKey("path-release-manager-approval")
                        .singleResult()
                        .getId())
                .cancelAllForActivity("agreeOnDeployment")
                .startBeforeActivity("syncApplication")
                .execute();
        run();

        assertThat(argoCd.asked()).isZero();
        assertThat(words(request)).isEqualTo("Approvals are missing: 1 of release-managers.");
    }

    private void oneIsPrunedAnotherIsAHookAndOneImageIsLive() {
        argoCd.edit(node -> {
            ArrayNode resources = node.withObject("/status").putArray("resources");
            differs(resources, "Secret", "old-keys").put("requiresPruning", true);
            differs(resources, "Job", "schema").put("hook", true);
            node.withObject("/status/summary").putArray("images").add("ghcr.io/lsst-sqre/gafaelfawr:9.2.1");
        });
    }

    private void anotherRevisionWithOtherChangesIsPending() {
        LiveApplication before = argoCd.seen(application()).orElseThrow();
        argoCd.edit(node -> differs(node.withObject("/status").putArray("resources"), "ConfigMap", "of-the-newer"));
        argoCd.pends(NEWER);
        moved(before);
    }

    private static ObjectNode differs(ArrayNode resources, String kind, String name) {
        return resources.addObject().put("kind", kind).put("name", name).put("status", "OutOfSync");
    }

    private static String aboutNewer(DeploymentRequest request) {
        return "eeeeeee has become pending meanwhile. You are asked about "
                + Revisions.brief(request.agreement().target()) + " alone.";
    }

    /** What the one task's form shows. */
    private Map<String, Object> shown() {
        return tasks.getVariables(task().getId());
    }

    private DeploymentRequest voided() {
        DeploymentRequest request = started();
        argoCd.deploys(NEWER);
        moved();
        run();
        return request;
    }
}
