package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.access.People;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.Moments;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.TimeTalks;
import org.syncgate.window.Calendars;
import org.syncgate.window.OfficeHours;

/** The requester and two groups agree on a time out of hours, it is announced a day ahead, and then the gate is asked. */
@Walks({"path-out-of-hours", "part-agreed-time"})
class OutOfHoursPathTests extends PathRun {

    private static final Duration NOTICE = Duration.ofHours(24);
    private static final Duration SLOT = Duration.ofHours(2);
    private static final String CHANNEL = "#rubinobs-forum-team";
    private static final String REQUESTER = AgreedTime.REQUESTER;
    private static final String FORUM = "forum-team";
    private static final String COORDINATORS = "coordinators";

    @Autowired
    Calendars calendars;

    @Autowired
    TimeTalks talks;

    @Autowired
    People people;

    @Autowired
    RequestTasks links;

    OutOfHoursPathTests() {
        super(OUT_OF_HOURS);
    }

    @Test
    void nobodyIsRemindedOfWhatOnlyWaitsForItsTimeBeforeItIsAboutToExpire() {
        DeploymentRequest request = started();

        assertThat(due("waitReminderDue")).isEqualTo(request.expiresAt().minus(times.waitReminder()));
    }

    @Test
    void whatAllStandBehindIsAnnouncedAndSyncedAtThatTime() {
        DeploymentRequest request = started();
        Instant time = fitting(Duration.ofDays(3));
        assertThat(openTasks()).containsExactly(REQUESTER);
        assertThat(notices(request)).isEmpty();
        assertThat(words(request)).isEqualTo("It waits for a time out of hours. Asked to propose one: dev.");

        propose("dev", REQUESTER, time);
        assertThat(openTasks()).containsExactlyInAnyOrder(FORUM, COORDINATORS);
        assertThat(words(request))
                .isEqualTo("Proposed for the sync: " + Moments.time(time)
                        + ", by dev. Asked to agree: forum-team, coordinators.");
        accept("forum", FORUM);
        assertThat(openTasks()).containsExactly(COORDINATORS);
        assertThat(words(request)).endsWith("Asked to agree: coordinators.");
        accept("coord", COORDINATORS);

        assertThat(task()).isNull();
        assertThat(kinds(request))
                .containsSubsequence(
                        Kind.TIME_PROPOSED,
                        Kind.TIME_ACCEPTED,
                        Kind.TIME_ACCEPTED,
                        Kind.TIME_AGREED,
                        Kind.CLOCK_STARTED);
        assertThat(channels.posted(CHANNEL).get(0).text())
                .contains("\nSync: " + Moments.time(time)
                        + ", or up to 2 hours later, out of hours, as agreed with forum-team, coordinators\n");
        assertThat(words(request))
                .contains("The sync is agreed for " + Moments.time(time) + ", by dev, forum-team, coordinators.");
        clock.passes(NOTICE);
        fire("noticeElapsed");
        assertThat(due("agreedTimeCome")).isEqualTo(time);
        assertThat(argoCd.asked()).isZero();

        comes(time);
        fire("agreedTimeCome");
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(notices(request)).containsExactly(NoticeKind.ANNOUNCEMENT, NoticeKind.START, NoticeKind.SUCCESS);
    }

    @Test
    void aCounterProposalReplacesTheOneBeforeAndAllOthersAreAskedAnew() {
        DeploymentRequest request = started();
        Instant first = fitting(Duration.ofDays(3));
        Instant second = fitting(Duration.ofDays(5));
        propose("dev", REQUESTER, first);
        accept("coord", COORDINATORS);

        propose("forum", FORUM, second);

        assertThat(openTasks()).containsExactlyInAnyOrder(REQUESTER, COORDINATORS);
        assertThat(tasks.createTaskQuery().list())
                .allSatisfy(task -> assertThat(task.getName())
                        .startsWith("Agree to sync community/gafaelfawr at " + Moments.time(second)));
        accept("dev", REQUESTER);
        accept("coord", COORDINATORS);
        assertThat(talks.agreedTime(now(request)).time()).contains(second);
        assertThat(records.of(request.id()))
                .filteredOn(entry -> entry.kind() == Kind.TIME_PROPOSED)
                .extracting(Entry::who, Entry::why)
                .containsExactly(
                        tuple("dev", Moments.time(first) + "."),
                        tuple("forum", Moments.time(second) + ", for forum-team."));
    }

    @Test
    void whatAFormShowedAndNoLongerStandsCannotBeAccepted() {
        DeploymentRequest request = started();
        propose("dev", REQUESTER, fitting(Duration.ofDays(3)));
        Task shown = task(COORDINATORS);
        as("forum", () -> tasks.complete(task(FORUM).getId(), proposal(fitting(Duration.ofDays(5)))));

        refused(() -> as("coord", () -> tasks.complete(shown.getId(), Map.of("decision", "accept"))))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll(
                        "another time has been proposed meanwhile", request.id().text());

        run();
        assertThat(tasks.createTaskQuery().taskId(shown.getId()).count()).isZero();
        assertThat(kinds(request)).doesNotContain(Kind.TIME_ACCEPTED);
    }

    @Test
    void whoeverAcceptsAndWritesAnotherTimeIsToldSo() {
        started();
        Instant time = fitting(Duration.ofDays(3));
        propose("dev", REQUESTER, time);

        refused(() -> complete("forum", task(FORUM), with("accept", written(time.plusSeconds(900)))))
                .hasMessageContainingAll("Proposed is " + Moments.time(time), "another time");
        complete("forum", task(FORUM), with("accept", written(time)));

        assertThat(openTasks()).containsExactly(COORDINATORS);
    }

    @Test
    void theRequesterDoesNotAnswerForAGroupAlthoughTheyAreInIt() {
        signsIn("dev", "developers", FORUM);
        started();
        propose("dev", REQUESTER, fitting(Duration.ofDays(3)));
        Task asked = task(FORUM);

        for (Runnable attempt : List.<Runnable>of(
                () -> as("dev", () -> tasks.claim(asked.getId(), "dev")), () -> accept("dev", FORUM))) {
            refused(attempt)
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessage("You asked for this deployment yourself, so you do not answer for forum-team as well."
                            + " Somebody else of that group has to.");
        }
    }

    @Test
    void nobodyAnswersForTwoGroups() {
        signsIn("all", FORUM, COORDINATORS);
        started();
        propose("dev", REQUESTER, fitting(Duration.ofDays(3)));
        accept("all", FORUM);

        refused(() -> accept("all", COORDINATORS))
                .isInstanceOf(AuthorizationException.class)
                .hasMessage("You stand behind this time for forum-team already. Somebody else has to answer for"
                        + " coordinators.");
    }

    @Test
    void nobodyOutsideTheGroupOrInPlaceOfTheRequesterAnswers() {
        started();
        for (String other : List.of("dev2", "admin", "forum")) {
            refused(() -> propose(other, REQUESTER, fitting(Duration.ofDays(3))))
                    .isInstanceOf(AuthorizationException.class);
        }
        propose("dev", REQUESTER, fitting(Duration.ofDays(3)));

        for (String other : List.of("dev", "dev2", "coord", "admin")) {
            refused(() -> accept(other, FORUM)).isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void whoeverHasLeftTheGroupElsewhereIsRefused() {
        started();
        propose("dev", REQUESTER, fitting(Duration.ofDays(3)));
        signsInElsewhere("forum", "developers");

        refused(() -> accept("forum", FORUM)).hasMessage("You are not in forum-team, which is asked.");
    }

    @Test
    void aLinkLeadsEachToTheirOwnTask() {
        signsIn("dev", "developers", FORUM);
        DeploymentRequest request = started();
        assertThat(links.find(request, people.find("dev").orElseThrow()))
                .contains(task(REQUESTER).getId());
        propose("dev", REQUESTER, fitting(Duration.ofDays(3)));

        assertThat(links.find(request, people.find("forum").orElseThrow()))
                .contains(task(FORUM).getId());
        assertThat(links.find(request, people.find("dev").orElseThrow())).isEmpty();
    }

    @Test
    void withoutAProposalThereIsNothingToAccept() {
        started();

        refused(() -> accept("dev", REQUESTER)).hasMessage("There is no time to accept yet: propose one.");
        refused(() -> complete("dev", task(), with("perhaps", ""))).hasMessageContaining("Choose what you do");
    }

    /** Each is refused with a sentence that names what is wrong; the time is told from now, or from office hours to come. */
    static Stream<Arguments> wrongTimes() {
        return Stream.of(
                arguments("nothing", said(""), "Say which time you propose"),
                arguments("white space", said("   "), "Say which time you propose"),
                arguments("words", said("next Friday"), "'next Friday' is no date and time"),
                arguments("a date alone", said("2030-03-14"), "is no date and time"),
                arguments("a day that does not exist", said("2030-02-30T03:00"), "is no date and time"),
                arguments("an hour that does not exist", said("2030-02-20T24:00"), "is no date and time"),
                arguments("a zone's name", said("2030-02-20T03:00[Europe/Paris]"), "is no date and time"),
                arguments("an expression", said("${now()}"), "is no date and time"),
                arguments("the past", ahead(Duration.ofMinutes(-10)), "is past"),
                arguments("long ago", said("-9999-01-01T00:00"), "is past"),
                arguments("now", ahead(Duration.ZERO), "is past"),
                arguments("too soon to announce", ahead(NOTICE.plusMinutes(30)), "leaves too little time"),
                arguments("too soon for the notice", ahead(Duration.ofHours(2)), "announced 24 hours ahead"),
                arguments("after the request's expiry", ahead(Duration.ofDays(32)), "is too late: the request expires"),
                arguments("never", said("+999999999-12-31T23:59"), "is too late"),
                arguments("in office hours", inOffice(Duration.ofHours(1)), "is not out of hours"),
                arguments("into office hours", inOffice(Duration.ofMinutes(-119)), "The next time that fits is "),
                arguments("when they begin", inOffice(Duration.ZERO), "Monday to Friday 08:00 to 17:00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTimes")
    void aTimeThatDoesNotFitIsRefusedWithASentence(
            String name, Function<OutOfHoursPathTests, String> time, String sentence) {
        DeploymentRequest request = started();

        refused(() -> complete("dev", task(), with("propose", time.apply(this))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(sentence);

        assertThat(kinds(request)).doesNotContain(Kind.TIME_PROPOSED);
        assertThat(openTasks()).containsExactly(REQUESTER);
    }

    @Test
    void aTimeMayEndWhereOfficeHoursBeginAndIsInUtcUnlessAnOffsetIsWritten() {
        DeploymentRequest request = started();
        Instant time = officeHoursBegin().minus(SLOT);

        complete(
                "dev",
                task(),
                with("propose", time.atOffset(ZoneOffset.ofHours(-3)).toString()));
        complete("forum", task(FORUM), with("propose", written(time)));

        assertThat(talks.of(request.id(), 1).proposals())
                .allSatisfy(proposal -> assertThat(proposal.time()).isEqualTo(time))
                .hasSize(2);
    }

    @Test
    void whatLeavesNoNoticeAnyMoreCannotBeAccepted() {
        DeploymentRequest request = started();
        Instant time = fitting(Duration.ofDays(3));
        propose("dev", REQUESTER, time);
        comes(time.minus(NOTICE).plusSeconds(60));

        refused(() -> accept("forum", FORUM)).hasMessageContaining("leaves too little time");

        propose("forum", FORUM, fitting(Duration.ofDays(3)));
        assertThat(now(request).standing()).isInstanceOf(Waiting.class);
    }

    @Test
    void theTaskShowsAllThatIsNeededToAnswer() {
        started();
        Instant time = fitting(Duration.ofDays(3));
        assertThat(task().getName()).isEqualTo("Propose a time out of hours to sync community/gafaelfawr (dev)");
        assertThat(shown(task())).containsEntry(Vars.PROPOSED, "");
        complete("dev", task(), Map.of("decision", "propose", "time", written(time), "comment", "Before *the* review"));

        assertThat(task(FORUM).getName())
                .isEqualTo("Agree to sync community/gafaelfawr at " + Moments.time(time) + " (forum-team)");
        assertThat(shown(task(FORUM)))
                .containsEntry(Vars.PROPOSED, "**" + Moments.time(time) + "**, by dev: Before \\*the\\* review")
                .containsEntry(Vars.PARTIES, "Behind it\\: dev\\. Asked\\: forum\\-team\\, coordinators\\.")
                .containsEntry(Vars.NEWER, "");
        assertThat((String) shown(task(FORUM)).get(Vars.TERMS))
                .contains(
                        "until 2 hours later",
                        "**Office hours:** Monday to Friday 08\\:00 to 17\\:00 \\(America\\/Los\\_Angeles\\)",
                        "announced 24 hours ahead",
                        "**Suggested:** " + Moments.time(fitting(Duration.ofHours(49))));
        assertThat((String) shown(task(FORUM)).get(Vars.DETAILS)).contains("Out of hours");
    }

    @Test
    void whatBecomesPendingMeanwhileIsNamedInTheTask() {
        started();
        LiveApplication before = argoCd.seen(application()).orElseThrow();
        argoCd.pends(NEWER);

        moved(before);

        assertThat((String) shown(task()).get(Vars.NEWER)).startsWith("eeeeeee has become pending meanwhile.");
    }

    @Test
    void whoeverDoesNotAnswerIsRemindedOnceWhereTheOthersReadItAndWithoutATimeTheRequestExpires() {
        DeploymentRequest request = started();
        propose("dev", REQUESTER, fitting(Duration.ofDays(3)));

        fireEach("timeReminderDue");

        assertThat(kinds(request)).containsOnlyOnce(Kind.TIME_REMINDED);
        assertThat(tasks.createTaskQuery().list())
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.getName()).startsWith("Reminder: Agree to sync "));
        assertThat(notices(request)).containsExactly(NoticeKind.REMINDER);
        assertThat(channels.posted(CHANNEL).get(0).text())
                .contains("Asked to agree: forum-team, coordinators. Without a time that all agree on the request"
                        + " expires.");

        comes(now(request).expiresAt());
        fireFirst("timeExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(words(request)).startsWith("No time was agreed on until the request expired. Proposed for the sync");
        assertThat(task()).isNull();
    }

    @Test
    void aRequestHasThirtyDaysAndItsNoticeToAgreeOnATime() {
        DeploymentRequest request = started();

        assertThat(request.expiresAt())
                .isEqualTo(request.agreedAt().plus(NOTICE).plus(Duration.ofDays(30)));
        assertThat(due("timeExpired")).isEqualTo(request.expiresAt());
        assertThat(due("timeReminderDue")).isEqualTo(request.agreedAt().plus(Duration.ofHours(5)));
    }

    @Test
    void aTimerThatFiresTooEarlyDoesNotOpenTheGateAndTheTimeIsWaitedForOn() {
        DeploymentRequest request = agreed(Duration.ofDays(3));
        Instant time = due("agreedTimeCome");
        comes(time.minusSeconds(1));

        fire("agreedTimeCome");

        assertThat(argoCd.asked()).isZero();
        assertThat(words(request)).startsWith("The agreed time is ");
        assertThat(due("agreedTimeCome")).isEqualTo(time);
        assertThat(kinds(request)).doesNotContain(Kind.TIME_MISSED);
        comes(time);
        fire("agreedTimeCome");
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void anAgreedTimeAtWhichTheGateStaysShutIsMissedAndAnotherIsAgreedOnAndToldAsLongAhead() {
        DeploymentRequest request = missed();
        assertThat(kinds(request)).containsOnlyOnce(Kind.TIME_MISSED);
        assertThat(records.of(request.id()))
                .filteredOn(entry -> entry.kind() == Kind.TIME_MISSED)
                .singleElement()
                .extracting(Entry::why)
                .asString()
                .contains("was missed.", "was over at");
        assertThat(channels.titles(CHANNEL)).last().asString().contains("was not deployed at the agreed time");
        assertThat(openTasks()).containsExactly(REQUESTER);
        argoCd.comesUp();

        Instant second = fitting(Duration.ofDays(3));
        propose("dev", REQUESTER, second);
        accept("forum", FORUM);
        channels.fails(CHANNEL, "Slack is away.");
        accept("coord", COORDINATORS);
        assertThat(due("agreedTimeCome")).isEqualTo(second);
        channels.recovers(CHANNEL);
        comes(second.minus(NOTICE).plusSeconds(60));
        fireEach("nextTryDue");
        assertThat(channels.titles(CHANNEL)).last().asString().startsWith("Another time is agreed for ");
        comes(second);
        fire("agreedTimeCome");
        assertThat(words(request)).contains("has not been told long enough ago on #rubinobs-forum-team");
        assertThat(argoCd.asked()).isZero();

        clock.passes(Duration.ofSeconds(60));
        fire("nextLookDue");

        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void aMissedTimeAfterWhichNobodyProposesAnotherLeavesThePathAsExpired() {
        DeploymentRequest request = missed();
        comes(now(request).expiresAt());

        fire("timeExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
    }

    @Test
    void aRequestWhoseAnnouncementIsGivenUpLeavesThePath() {
        channels.fails(CHANNEL, "The channel is archived.");
        DeploymentRequest request = started();
        agreeOn(fitting(Duration.ofDays(3)));
        while (waitsFor("nextTryDue")) {
            clock.passes(Duration.ofMinutes(30));
            fire("nextTryDue");
        }

        decide("admin", "end", "Nobody can be told on that channel");

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
    }

    @Test
    void aTokenThatComesToARequestThatIsOverAsksNobody() {
        DeploymentRequest request = started();
        Task task = task();
        as("dev", () -> tasks.complete(task.getId(), proposal(fitting(Duration.ofDays(3)))));
        amend("dev", request, "withdraw", "The commissioning run is put off");
        runUntil("tellRequest");

        assertThat(task()).isNull();
        run();
        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
    }

    @Test
    void whatIsRetargetedIsAgreedOnAnew() {
        DeploymentRequest request = agreed(Duration.ofDays(3));
        argoCd.pends(NEWER);

        amended("dev", request, "retarget");

        assertThat(openTasks()).containsExactly(REQUESTER);
        assertThat(talks.agreedTime(now(request)).proposal()).isEmpty();
        assertThat(words(request)).startsWith("It waits for a time out of hours.");
    }

    private DeploymentRequest missed() {
        DeploymentRequest request = agreed(Duration.ofDays(3));
        Instant time = due("agreedTimeCome");
        argoCd.goesDown();
        comes(time);
        fire("agreedTimeCome");
        assertThat(words(request)).startsWith("The cluster cannot be reached");
        comes(time.plus(SLOT).minusSeconds(1));
        fire("nextLookDue");
        assertThat(kinds(request)).doesNotContain(Kind.TIME_MISSED);
        comes(time.plus(SLOT));
        fire("nextLookDue");
        return request;
    }

    /** A request that waits for a time that all stand behind, its notice elapsed. */
    private DeploymentRequest agreed(Duration ahead) {
        DeploymentRequest request = started();
        agreeOn(fitting(ahead));
        clock.passes(NOTICE);
        fire("noticeElapsed");
        return request;
    }

    private void agreeOn(Instant time) {
        propose("dev", REQUESTER, time);
        accept("forum", FORUM);
        accept("coord", COORDINATORS);
    }

    private void propose(String who, String party, Instant time) {
        complete(who, task(party), proposal(time));
    }

    private void accept(String who, String party) {
        complete(who, task(party), with("accept", ""));
    }

    private static Map<String, Object> proposal(Instant time) {
        return with("propose", written(time));
    }

    private static Map<String, Object> with(String decision, String time) {
        return new HashMap<>(Map.of("decision", decision, "time", time, "comment", ""));
    }

    private static String written(Instant time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private static Function<OutOfHoursPathTests, String> said(String text) {
        return run -> text;
    }

    private static Function<OutOfHoursPathTests, String> ahead(Duration time) {
        return run -> written(run.clock.instant().plus(time).truncatedTo(ChronoUnit.MINUTES));
    }

    private static Function<OutOfHoursPathTests, String> inOffice(Duration after) {
        return run -> written(run.officeHoursBegin().plus(after));
    }

    /** The first that fits at least so long from now. */
    private Instant fitting(Duration ahead) {
        Instant hour = clock.instant().plus(ahead).truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        return hours().nextOutOfHours(hour, SLOT).orElseThrow();
    }

    /** At least three days from now. */
    private Instant officeHoursBegin() {
        Instant minute = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS);
        while (!(hours().isOutOfHours(minute.minusSeconds(60), minute)
                && !hours().isOutOfHours(minute, minute.plusSeconds(60)))) {
            minute = minute.plus(Duration.ofHours(1));
        }
        return minute;
    }

    private OfficeHours hours() {
        return calendars.officeHours("community").orElseThrow();
    }

    private void comes(Instant moment) {
        clock.passes(Duration.between(clock.instant(), moment));
    }

    private void fireFirst(String timer) {
        management.executeJob(
                management.createJobQuery().activityId(timer).list().get(0).getId());
        run();
    }

    private List<String> openTasks() {
        return tasks.createTaskQuery().taskDefinitionKey("agreeTime").list().stream()
                .map(task -> (String) tasks.getVariable(task.getId(), Vars.GROUP))
                .toList();
    }

    private Map<String, Object> shown(Task task) {
        return tasks.getVariablesLocal(task.getId());
    }
}
