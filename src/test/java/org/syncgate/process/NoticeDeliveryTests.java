package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/** What happens to a notice whose channel does not take it, and who hears what in which order. */
@Walks({"part-notice", "part-delivery"})
class NoticeDeliveryTests extends PathRun {

    private static final Duration NOTICE = Duration.ofHours(1);
    private static final String ARCHIVED = "The channel is archived.";

    NoticeDeliveryTests() {
        super(COURTESY_NOTICE);
    }

    @Test
    void aChannelThatFailsIsTriedAgainWithGrowingPausesAndTheRequestSaysSo() {
        channels.fails(COM_SQUARE, ARCHIVED);
        DeploymentRequest request = started();
        List<Duration> pauses = new ArrayList<>();
        while (waitsFor("nextTryDue")) {
            Duration pause = Duration.between(clock.instant(), due("nextTryDue"));
            pauses.add(pause);
            assertThat(words(request))
                    .startsWith(
                            "It could not be announced on #com-square, so the notice clock does not run. The channel is"
                                    + " archived. The next try is at ");
            clock.passes(pause);
            fire("nextTryDue");
        }

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30));
        assertThat(words(request)).endsWith("An administrator has to resolve it.");
        assertThat(kinds(request)).doesNotContain(Kind.CLOCK_STARTED);
    }

    @Test
    void aChannelThatAsksForPatienceGetsItAndNoTryIsUsedUp() {
        channels.limits(COM_SQUARE, Duration.ofMinutes(3));
        DeploymentRequest request = started();
        assertThat(due("nextTryDue")).isEqualTo(clock.instant().plus(Duration.ofMinutes(3)));

        channels.recovers(COM_SQUARE);
        clock.passes(Duration.ofMinutes(3));
        fire("nextTryDue");

        assertThat(kinds(request)).contains(Kind.CLOCK_STARTED);
        assertThat(written.of(request.id())).extracting(Notice::tries).containsOnly(0);
    }

    @Test
    void aRequestThatCouldNotBeAnnouncedBeforeItExpiredEndsAndSaysSo() {
        channels.limits(COM_SQUARE, Duration.ofDays(11));
        DeploymentRequest request = started();
        assertThat(due("nextTryDue")).isEqualTo(request.expiresAt());

        channels.recovers(COM_SQUARE);
        clock.passes(Duration.between(clock.instant(), request.expiresAt()));
        fire("nextTryDue");

        assertThat(channels.posted(COM_SQUARE)).isEmpty();
        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(words(request)).isEqualTo("It expired before it could be announced on #com-square.");
        assertThat(task()).isNull();
        assertThat(channels.titles(RSP_TEAM)).last().asString().endsWith(" has expired; it will not be deployed");
    }

    @Test
    void whatAnAdministratorHasTriedAnewIsNotAnnouncedOnceItsRequestHasExpired() {
        channels.fails(COM_SQUARE, ARCHIVED);
        DeploymentRequest request = started();
        runOutOfTries();
        clock.passes(Duration.between(clock.instant(), request.expiresAt()));

        refused(() -> decide("admin", "retry", ""))
                .hasMessageContaining("The request expired meanwhile: end it, and start anew.");
        decide("admin", "end", "Nobody can be told on that channel");

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
    }

    @Test
    void anAdministratorHasItTriedAnewAndTheClockStartsThen() {
        channels.fails(COM_SQUARE, ARCHIVED);
        DeploymentRequest request = started();
        runOutOfTries();
        assertThat(task().getName()).isEqualTo("Resolve the undelivered notice of idfint/gafaelfawr to #com-square");
        assertThat((String) tasks.getVariable(task().getId(), Vars.FAILURE)).startsWith("The channel is archived");
        refused(() -> decide("rel", "retry", "")).isInstanceOf(AuthorizationException.class);

        channels.recovers(COM_SQUARE);
        decide("admin", "retry", "It has been restored");
        assertThat(due("noticeElapsed")).isEqualTo(clock.instant().plus(NOTICE));
        clock.passes(NOTICE);
        fire("noticeElapsed");
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
    }

    @Test
    void anAdministratorWhoEndsItEndsTheRequestWithAReason() {
        channels.fails(COM_SQUARE, ARCHIVED);
        DeploymentRequest request = started();
        runOutOfTries();

        refused(() -> decide("admin", "end", "")).hasMessageContaining("at least 10 characters");
        refused(() -> decide("admin", "shout", "")).hasMessageContaining("retry or end");
        decide("admin", "end", "Nobody can be told on that channel");

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
        assertThat(records.of(request.id()))
                .filteredOn(entry -> entry.kind() == Kind.GIVEN_UP)
                .singleElement()
                .extracting(Entry::who, Entry::why)
                .containsExactly("admin", "Nobody can be told on that channel");
        assertThat(channels.titles(RSP_TEAM)).last().asString().startsWith("admin gave up ");
        assertThat(written.of(request.id()))
                .as("who never heard of it hears nothing of its end")
                .extracting(Notice::channel)
                .containsExactly(RSP_TEAM, COM_SQUARE, RSP_TEAM);
    }

    @Test
    void whereSeveralChannelsFailEachIsDecidedOnUntilOneEndsTheRequest() {
        channels.fails(RSP_TEAM, ARCHIVED);
        channels.fails(COM_SQUARE, ARCHIVED);
        DeploymentRequest request = started();
        runOutOfTries();
        assertThat(tasks.createTaskQuery().count()).isEqualTo(2);

        channels.recovers(RSP_TEAM);
        complete("admin", resolving(RSP_TEAM), Map.of("action", "retry"));
        assertThat(kinds(request)).doesNotContain(Kind.CLOCK_STARTED);
        decide("admin", "end", "Nobody can be told on that channel");

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
        assertThat(task()).isNull();
    }

    @Test
    void oneEndedChannelCallsOffTheOthers() {
        channels.fails(RSP_TEAM, ARCHIVED);
        channels.fails(COM_SQUARE, ARCHIVED);
        DeploymentRequest request = started();
        runOutOfTries();

        complete(
                "admin",
                resolving(COM_SQUARE),
                Map.of("action", "end", "reason", "Nobody can be told on that channel"));

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
        assertThat(task()).isNull();
        assertThat(written.of(request.id())).noneMatch(Notice::isPending);
    }

    @Test
    void whatAnotherChannelIsToldMeanwhileDoesNotTakeTheEndBack() {
        List<String> all = List.of(RSP_TEAM, COM_SQUARE, "#status");
        all.forEach(channel -> channels.fails(channel, ARCHIVED));
        DeploymentRequest request = start("dev", "extended");
        run();
        runOutOfTries();
        assertThat(tasks.createTaskQuery().count()).isEqualTo(3);

        channels.recovers(RSP_TEAM);
        as("admin", () -> tasks.complete(resolving(RSP_TEAM).getId(), Map.of("action", "retry")));
        as(
                "admin",
                () -> tasks.complete(
                        resolving(COM_SQUARE).getId(),
                        Map.of("action", "end", "reason", "Nobody can be told on that channel")));
        run();

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
        assertThat(task()).isNull();
    }

    @Test
    void whatBecomesVoidWhileItIsAnnouncedIsAnnouncedNoFurther() {
        channels.fails(COM_SQUARE, ARCHIVED);
        DeploymentRequest request = started();
        argoCd.deploys(NEWER);
        moved();
        run();

        assertThat(task().getTaskDefinitionKey()).isEqualTo("reconsiderRequest");
        assertThat(waitsFor("nextTryDue")).isFalse();
        assertThat(written.of(request.id()))
                .extracting(
                        Notice::channel,
                        Notice::kind,
                        notice -> notice.deliveredAt().isPresent())
                .containsExactly(
                        tuple(RSP_TEAM, NoticeKind.ANNOUNCEMENT, true),
                        tuple(COM_SQUARE, NoticeKind.ANNOUNCEMENT, false),
                        tuple(RSP_TEAM, NoticeKind.VOIDING, true));
    }

    @Test
    void anUndeliveredAnnouncementThatNobodyDecidesOnIsRemindedOfAndEndsTheRequest() {
        channels.fails(COM_SQUARE, ARCHIVED);
        DeploymentRequest request = started();
        runOutOfTries();

        fire("noticeReminderDue");
        assertThat(task().getName())
                .isEqualTo("Reminder: Resolve the undelivered notice of idfint/gafaelfawr to #com-square");
        fire("noticeExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(kinds(request)).contains(Kind.DECISION_REMINDED, Kind.NOTICE_ABANDONED);
    }

    @Test
    void anAdministratorIsRemindedAndWaitedForFromTheLastTryOn() {
        channels.fails(COM_SQUARE, ARCHIVED);
        DeploymentRequest request = started();
        runOutOfTries();

        assertThat(request.agreedAt()).isBefore(clock.instant());
        assertThat(due("noticeReminderDue")).isEqualTo(clock.instant().plus(times.decisionReminder()));
        assertThat(due("noticeExpired"))
                .isEqualTo(task().getDueDate().toInstant())
                .isEqualTo(clock.instant().plus(times.decisionExpiry()));
    }

    @Test
    void whatIsToldLaterHoldsNothingUpAndComesInOrder() {
        DeploymentRequest request = started();
        clock.passes(NOTICE);
        channels.fails(COM_SQUARE, ARCHIVED);
        fire("noticeElapsed");
        argoCd.begins();
        fire("followDue");
        assertThat(notices(request)).endsWith(NoticeKind.START, NoticeKind.START);
        argoCd.succeeds("Healthy");
        fire("followDue");
        clock.passes(SOAK);
        fire("followDue");
        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(channels.posted(COM_SQUARE)).hasSize(1);

        channels.recovers(COM_SQUARE);
        clock.passes(Duration.ofMinutes(1));
        fireEach("nextTryDue");

        assertThat(channels.titles(COM_SQUARE)).hasSize(3);
        assertThat(channels.titles(COM_SQUARE).get(1))
                .startsWith("The sync of ")
                .endsWith(" begins");
        assertThat(channels.titles(COM_SQUARE).get(2)).endsWith(" is deployed");
        assertThat(channels.titles(RSP_TEAM)).hasSize(3);
    }

    @Test
    void whatCannotBeToldOfARequestThatIsOverIsResolvedWithoutTouchingIt() {
        DeploymentRequest request = overWithItsEndUntold();
        String words = words(request);

        fire("noticeReminderDue");
        assertThat(task().getName()).startsWith("Reminder: ");
        decide("admin", "end", "That channel is gone for good");

        assertThat(task()).isNull();
        assertThat(words(request)).isEqualTo(words);
        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
        assertThat(kinds(request)).endsWith(Kind.NOTICE_ABANDONED);
    }

    @Test
    void whatCannotBeToldOfARequestThatIsOverIsLeftWhenNobodyDecides() {
        DeploymentRequest request = overWithItsEndUntold();

        fire("noticeExpired");

        assertThat(task()).isNull();
        assertThat(kinds(request)).endsWith(Kind.NOTICE_ABANDONED);
    }

    @Test
    void whatCannotBeToldOfARequestThatIsOverIsTriedAnewIfAnAdministratorSaysSo() {
        DeploymentRequest request = overWithItsEndUntold();
        channels.recovers(COM_SQUARE);

        decide("admin", "retry", "");

        assertThat(channels.titles(COM_SQUARE)).last().asString().startsWith("dev withdrew ");
        assertThat(kinds(request)).endsWith(Kind.NOTICE_RETRY_DECIDED, Kind.NOTICE_DELIVERED);
    }

    @Test
    void whatIsNoLongerToBeToldNeedsNoDecision() {
        DeploymentRequest request = withAnOvertakenReminder();

        decide("admin", "end", "");

        assertThat(task()).isNull();
        assertThat(kinds(request)).doesNotContain(Kind.NOTICE_ABANDONED, Kind.NOTICE_RETRY_DECIDED);
    }

    @Test
    void whatIsNoLongerToBeToldIsNotRemindedOfAndItsTaskEndsInSilence() {
        DeploymentRequest request = withAnOvertakenReminder();

        fire("noticeReminderDue");
        assertThat(task().getName()).startsWith("Resolve ");
        fire("noticeExpired");

        assertThat(task()).isNull();
        assertThat(kinds(request)).doesNotContain(Kind.NOTICE_ABANDONED, Kind.DECISION_REMINDED);
    }

    @Test
    void anAnnouncementThatHasNotGoneOutIsNotSentAfterItsRequestHasEnded() {
        channels.fails(COM_SQUARE, ARCHIVED);
        DeploymentRequest request = started();

        amended("dev", request, "withdraw");
        channels.recovers(COM_SQUARE);

        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
        assertThat(waitsFor("nextTryDue")).isFalse();
        assertThat(channels.posted(COM_SQUARE)).isEmpty();
        assertThat(channels.titles(RSP_TEAM)).last().asString().startsWith("dev withdrew ");
        assertThat(written.of(request.id())).noneMatch(Notice::isPending);
    }

    @Test
    void peoplesTextsStayInTheirLines() {
        started();

        assertThat(channels.posted(RSP_TEAM).get(0).text())
                .contains(
                        "Asked for by dev: Needed for the commissioning run",
                        "Disruption: none. Nature of the change: minor",
                        "Sync: 1 hour after the last of #rsp-team, #com-square has been told, so not before ",
                        "Request: http://localhost:")
                .doesNotContain("Ticket:", "null", "\n\n");
    }

    private DeploymentRequest overWithItsEndUntold() {
        DeploymentRequest request = started();
        channels.fails(COM_SQUARE, ARCHIVED);
        amended("dev", request, "withdraw");
        runOutOfTries();
        return request;
    }

    private DeploymentRequest withAnOvertakenReminder() {
        DeploymentRequest request = started();
        channels.fails(COM_SQUARE, ARCHIVED);
        requests.save(now(request), Kind.WAIT_REMINDED, Entry.SYNCGATE, "The gate is shut.");
        run();
        runOutOfTries();
        channels.recovers(COM_SQUARE);
        amended("dev", request, "withdraw");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("resolveNotice");
        return request;
    }

    private Task resolving(String channel) {
        return tasks.createTaskQuery()
                .taskName("Resolve the undelivered notice of idfint/gafaelfawr to " + channel)
                .singleResult();
    }

    private void runOutOfTries() {
        while (waitsFor("nextTryDue")) {
            clock.passes(Duration.ofMinutes(30));
            fireEach("nextTryDue");
        }
    }
}
