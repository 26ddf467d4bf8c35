package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.access.TaskRule;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Syncing;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.window.Calendars;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;
import org.syncgate.window.Occurrence;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/** A request of a telescope deployment and its window, from being confirmed to its end, with every way that goes wrong. */
@Walks({"path-maintenance-window", "maintenance-window"})
class MaintenanceWindowPathTests extends PathRun {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Duration NOTICE = Duration.ofHours(24);

    @Autowired
    Windows windows;

    @Autowired
    WindowTimes windowTimes;

    @Autowired
    Calendars calendars;

    @Autowired
    List<TaskRule> rules;

    MaintenanceWindowPathTests() {
        super(CONFIRMED_WINDOW);
    }

    @Test
    void whatHasItsNoticeIsSyncedOnceWorkHasStartedAndNotBefore() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        confirm();
        take("coord");
        comesTo(window.startsAt());
        assertThat(argoCd.asked()).isZero();
        assertThat(words(request)).startsWith("Work in the maintenance window " + window.id() + " has not started");

        startWork("coord");
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        endWork("coord");
        assertThat(now(window).status()).isEqualTo(Status.ENDED);
        assertThat(processesOf(window)).isZero();
    }

    @Test
    void aRequestJoinsTheFirstWindowWhoseEndLeavesItsNoticeAndTimeToSync() {
        Occurrence first = nextUntouched();
        clock.passes(Duration.between(clock.instant(), lastChance(first)));

        assertThat(window(started()).id()).isEqualTo(first.id());
    }

    @Test
    void aRequestThatIsAMomentTooLateForAWindowJoinsTheNext() {
        Occurrence first = nextUntouched();
        clock.passes(Duration.between(clock.instant(), lastChance(first)).plusMillis(1));

        MaintenanceWindow window = window(started());

        assertThat(window.id().planned()).isAfter(first.planned());
        assertThat(windows.find(first.id())).isEmpty();
    }

    @Test
    void aRequestThatIsAMomentTooLateForAWindowThatIsOpenAlreadyJoinsTheNextAsWell() {
        Occurrence first = nextUntouched();
        windows.open(MaintenanceWindow.planned(first));
        clock.passes(Duration.between(clock.instant(), lastChance(first)).plusMillis(1));

        assertThat(window(started()).id().planned()).isAfter(first.planned());
    }

    @Test
    void nobodyIsRemindedOfWhatOnlyWaitsForItsWindowBeforeItIsAboutToExpire() {
        DeploymentRequest request = started();

        assertThat(due("waitReminderDue")).isEqualTo(request.expiresAt().minus(times.waitReminder()));
    }

    @Test
    void itIsAnnouncedWithTheWindowThatItIsToBeSyncedIn() {
        DeploymentRequest request = started();

        assertThat(written.of(request.id()))
                .first()
                .extracting(Notice::text)
                .asString()
                .contains("Sync: in the maintenance window " + window(request).id(), "in America/Los_Angeles");
    }

    @Test
    void theChannelsHearOfAWindowAheadOfItsStartAndOfItsEndWithEachResult() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        confirm();
        take("coord");
        comesTo(window.startsAt());
        startWork("coord");
        syncs();
        run("coord", "note-work", "", "The database's disks are replaced");
        endWork("coord");

        assertThat(kindsOf(window))
                .containsSubsequence(
                        NoticeKind.COORDINATION, NoticeKind.WINDOW_AHEAD, NoticeKind.WORK_START, NoticeKind.WORK_END);
        assertThat(text(window, NoticeKind.WINDOW_AHEAD))
                .contains("not a scheduled downtime", "save your work", "base/gafaelfawr", "Coordinator: coord");
        assertThat(text(window, NoticeKind.WORK_START)).contains("hold off reporting problems", "Coordinator: coord");
        assertThat(text(window, NoticeKind.WORK_END))
                .contains("base/gafaelfawr", "healthy", "The database's disks are replaced");
    }

    @Test
    void aSkippedWindowSendsItsRequestsToTheNext() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        fire("noticeElapsed");

        confirmation("skip", "", "The mirror is being coated that week");

        assertThat(now(window).status()).isEqualTo(Status.SKIPPED);
        assertThat(window(request).id().planned()).isAfter(window.id().planned());
        assertThat(kinds(request)).contains(Kind.ROLLED_OVER);
        assertThat(notices(request)).contains(NoticeKind.ROLLED_OVER);
        assertThat(kindsOf(window)).contains(NoticeKind.WINDOW_SKIPPED);
        assertThat(processesOf(window)).isZero();
    }

    @Test
    void aRequestWhoseWindowIsSkippedWhileItsNoticeRunsFindsOutAtItsEnd() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);

        confirmation("skip", "", "The mirror is being coated that week");
        assertThat(windows.placeOf(request.id())).isEmpty();
        clock.passes(NOTICE);
        fire("noticeElapsed");

        assertThat(window(request).id().planned()).isAfter(window.id().planned());
    }

    @Test
    void aMovedWindowKeepsItsKeyAndItsRequests() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        LocalDateTime later =
                window.startsAt().atZone(PACIFIC).toLocalDateTime().plusDays(1);

        confirmation("move", later.toString(), "The crew is on the mountain a day later");

        MaintenanceWindow moved = window(request);
        assertThat(moved.id()).isEqualTo(window.id());
        assertThat(moved.startsAt()).isEqualTo(later.atZone(PACIFIC).toInstant());
        assertThat(moved.length()).isEqualTo(window.length());
        assertThat(kindsOf(window)).contains(NoticeKind.WINDOW_MOVED);
        assertThat(due("announcementDue")).isEqualTo(moved.startsAt().minus(Duration.ofDays(2)));
    }

    @Test
    void aWindowIsNeitherMovedToThePastNorOntoAnotherNorWithoutAReason() {
        MaintenanceWindow window = window(started());
        LocalDateTime planned = window.startsAt().atZone(PACIFIC).toLocalDateTime();
        Instant next = nextAfter(window);

        refused(() -> confirmation("move", "2020-01-01T14:00", "The crew is on the mountain a day later"))
                .hasMessageContaining("is past. Choose one to come");
        refused(() -> confirmation("move", "tomorrow", "The crew is on the mountain a day later"))
                .hasMessageContaining("Enter the new start as date and time in America/Los_Angeles");
        refused(() -> confirmation(
                        "move",
                        next.atZone(PACIFIC).toLocalDateTime().plusHours(1).toString(),
                        "The crew is on the mountain a day later"))
                .hasMessageContaining("Choose another time");
        refused(() -> confirmation("move", planned.plusDays(1).toString(), "Later"))
                .hasMessageContaining("why it is moved");
        refused(() -> confirmation("skip", "", "")).hasMessageContaining("why it is skipped");
        refused(() -> confirmation("", "", "")).hasMessageContaining("confirm, move or skip");
        assertThat(now(window).status()).isEqualTo(Status.PLANNED);
    }

    @Test
    void aWindowThatNobodyConfirmsIsSkippedAtItsStart() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        fire("confirmationReminderDue");
        assertThat(taskOf("confirmWindow").getName()).startsWith("Reminder: ");
        assertThat(due("confirmationMissed")).isEqualTo(window.startsAt());

        comesTo(window.startsAt());
        fire("confirmationMissed");

        assertThat(now(window).status()).isEqualTo(Status.SKIPPED);
        assertThat(window(request).id().planned()).isAfter(window.id().planned());
        assertThat(text(window, NoticeKind.WINDOW_SKIPPED)).contains("telescope-configuration-managers");
        assertThat(processesOf(window)).isZero();
    }

    @Test
    void aWindowThatNobodyTookIsClosedWhenItWasToEndAndWhatWasInItRollsOver() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        confirm();
        fire("coordinationReminderDue");
        comesTo(window.startsAt());
        fire("workStartReminderDue");
        comesTo(window.endsAt());

        fire("workStartMissed");

        assertThat(now(window).status()).isEqualTo(Status.ENDED);
        assertThat(window(request).id().planned()).isAfter(window.id().planned());
        assertThat(text(window, NoticeKind.WINDOW_CLOSING)).contains("Nobody took the coordination", "base/gafaelfawr");
        assertThat(kindsOf(window)).contains(NoticeKind.WINDOW_REMINDER);
        assertThat(processesOf(window)).isZero();
    }

    @Test
    void aWindowWhoseStartIsNeverMarkedIsClosedInTheNameOfNobody() {
        MaintenanceWindow window = window(started());
        confirm();
        take("coord");
        comesTo(window.startsAt());
        comesTo(window.endsAt());
        refused(() -> startWork("coord")).hasMessageContaining("was to end at");

        fire("workStartMissed");

        assertThat(text(window, NoticeKind.WINDOW_CLOSING)).contains("Work start was never marked");
    }

    @Test
    void whereSyncgateWasDownOverTheWholeWindowItIsClosedAndSaidSo() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        confirm();
        take("coord");
        clock.passes(Duration.between(clock.instant(), window.endsAt().plus(Duration.ofHours(5))));

        fire("noticeElapsed");
        fire("announcementDue");
        fire("workStartMissed");

        assertThat(now(window).status()).isEqualTo(Status.ENDED);
        assertThat(argoCd.asked()).isZero();
        assertThat(window(request).id().planned()).isAfter(window.id().planned());
    }

    @Test
    void whereSyncgateWasDownAtTheStartWorkStartsLate() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        confirm();
        take("coord");
        clock.passes(Duration.between(clock.instant(), window.startsAt().plus(Duration.ofHours(1))));
        fire("noticeElapsed");
        fire("announcementDue");

        startWork("coord");
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
    }

    @Test
    void aWindowFromWhichEverythingWasWithdrawnIsClosedAsHavingHadNothingToDo() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        confirm();
        amended("dev", request, "withdraw");
        comesTo(window.endsAt());

        fire("workStartMissed");

        assertThat(text(window, NoticeKind.WINDOW_CLOSING)).contains("There was nothing to do");
        assertThat(endOf(request)).isEqualTo("requestWithdrawn");
    }

    @Test
    void nothingIsGrantedAfterTheEndMarkedOrNot() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        confirm();
        take("coord");
        comesTo(window.startsAt());
        argoCd.goesDown();
        startWork("coord");
        assertThat(now(request).standing()).isInstanceOf(Waiting.class);
        comesTo(window.endsAt());
        argoCd.comesUp();

        fireEach("nextLookDue");

        assertThat(argoCd.asked()).isZero();
        assertThat(words(request)).contains("nothing is granted after that");
    }

    @Test
    void anExtendedWindowGrantsUntilItsNewEnd() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        confirm();
        take("coord");
        comesTo(window.startsAt());
        startWork("coord", false);
        run("coord", "extend", "", "30 minutes: the schema migration takes longer");
        assertThat(now(window).endsAt()).isEqualTo(window.endsAt().plus(Duration.ofMinutes(30)));
        comesTo(window.endsAt());

        run();
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(text(window, NoticeKind.WINDOW_EXTENSION)).contains("30 minutes", "the schema migration");
    }

    @Test
    void anExtensionThatCannotBeReadIsTooLongOrMeetsAnotherWindowIsRefused() {
        MaintenanceWindow window = underWay(started());

        refused(() -> run("coord", "extend", "", "longer, please")).hasMessageContaining("for instance: 30 minutes");
        refused(() -> run("coord", "extend", "", "30 minutes")).hasMessageContaining("why");
        refused(() -> run("coord", "extend", "", "9 hours: the migration takes longer"))
                .hasMessageContaining("at most 8 hours");
        assertThat(now(window).endsAt()).isEqualTo(window.endsAt());
    }

    @Test
    void whatIsHeldBackIsNotSyncedUntilItIsReleased() {
        DeploymentRequest request = started();
        MaintenanceWindow window = underWay(request);
        refused(() -> run("coord", "hold", request, "No")).hasMessageContaining("why it is held back");
        run("coord", "hold", request, "Its database is being moved first");
        run();
        assertThat(argoCd.asked()).isZero();
        assertThat(words(request)).startsWith("The coordinator holds it back: Its database");
        refused(() -> run("coord", "hold", request, "Its database is being moved first"))
                .hasMessageContaining("held back already");

        run("coord", "release", request, "");

        assertThat(now(request).standing()).isInstanceOf(Syncing.class);
        assertThat(records.of(request.id())).extracting(Entry::kind).contains(Kind.PLACE_HELD, Kind.PLACE_RELEASED);
        refused(() -> run("coord", "hold", request, "Its database is being moved first"))
                .hasMessageContaining("is being synced, which nothing interrupts");
        assertThat(now(window).status()).isEqualTo(Status.UNDER_WAY);
    }

    @Test
    void whatIsMovedOutOfAWindowJoinsTheNext() {
        DeploymentRequest request = started();
        MaintenanceWindow window = underWay(request);

        run("coord", "move", request, "There is no time left for it today");

        assertThat(window(request).id().planned()).isAfter(window.id().planned());
        assertThat(kinds(request)).contains(Kind.WINDOW_LEFT, Kind.ROLLED_OVER);
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void theCoordinatorsOwnWordsAreAnnounced() {
        MaintenanceWindow window = underWay(started());
        refused(() -> run("coord", "announce", "", "")).hasMessageContaining("what is to be announced");

        run("coord", "announce", "", "TAP will be away for a minute");

        assertThat(text(window, NoticeKind.COORDINATORS_WORD)).contains("TAP will be away for a minute");
    }

    @Test
    void whereTwoWindowsAreUnderWayAtOnceWorkStartNamesTheOtherAndItsCoordinator() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        MaintenanceWindow other = MaintenanceWindow.planned(
                        new Occurrence("weekly", window.id().planned(), window.startsAt(), window.endsAt()))
                .confirm()
                .takenBy("coord2")
                .start(window.startsAt());
        windows.open(other);
        confirm();
        take("coord");
        comesTo(window.startsAt());

        startWork("coord");

        assertThat(text(window, NoticeKind.WORK_START))
                .contains("At the same time there is work in " + other.id() + ", coordinated by coord2");
        assertThat(now(request).standing()).isInstanceOf(Syncing.class);
    }

    @Test
    void whoeverConfirmsAndWhoeverCoordinatesIsRemindedOfAgainAndAgain() {
        MaintenanceWindow window = window(started());
        fire("confirmationReminderDue");
        fire("confirmationReminderDue");
        confirm();
        fire("coordinationReminderDue");
        fire("coordinationReminderDue");

        assertThat(kindsOf(window))
                .filteredOn(NoticeKind.WINDOW_REMINDER::equals)
                .hasSize(4 * 2);
    }

    @Test
    void workCannotEndWhileSomethingIsBeingSynced() {
        DeploymentRequest request = started();
        MaintenanceWindow window = underWay(request);
        run();
        refused(() -> endWork("coord"))
                .hasMessageContaining("Work cannot end while these are being synced: base/gafaelfawr");

        syncs();
        endWork("coord");

        assertThat(now(window).status()).isEqualTo(Status.ENDED);
    }

    @Test
    void aWindowWhoseEndIsNeverMarkedIsClosedOnceTheLastSyncIsThrough() {
        DeploymentRequest request = started();
        MaintenanceWindow window = underWay(request);
        run();
        fire("endIsNear");
        assertThat(taskOf("runWindow").getName()).startsWith("Reminder: ");
        comesTo(window.endsAt());
        fire("nextLookDue");
        fire("workEndReminderDue");
        assertThat(written.of(window.id()))
                .extracting(Notice::text)
                .anyMatch(text -> text.contains("Still being synced: base/gafaelfawr"));
        fire("runLookDue");
        fire("workEndExpected");
        fire("coordinationOfferDue");
        comesTo(windowTimes.closesAt(window));
        fire("nextLookDue");
        assertThat(now(window).status()).isEqualTo(Status.UNDER_WAY);

        syncs();
        fire("nextLookDue");

        assertThat(now(window).status()).isEqualTo(Status.ENDED);
        assertThat(text(window, NoticeKind.WINDOW_CLOSING)).contains("Work end was not marked", "healthy");
        assertThat(processesOf(window)).isZero();
        assertThat(endOf(request)).isEqualTo("applicationDeployed");
    }

    @Test
    void whatFailedInAWindowAndIsTriedAgainAfterItsEndRollsOver() {
        DeploymentRequest request = started();
        MaintenanceWindow window = underWay(request);
        run();
        argoCd.begins();
        fire("followDue");
        argoCd.fails("A hook failed");
        fire("followDue");
        endWork("coord");
        assertThat(text(window, NoticeKind.WORK_END)).contains("Its sync failed, and people decide what next");

        complete("dev", taskOf("resolveFailedSync"), Map.of("action", "retry", "reason", "The hook is mended now"));

        assertThat(window(request).id().planned()).isAfter(window.id().planned());
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void onlyWhoCoordinatesMarksWorkAndTheCoordinationCanBeHandedOver() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        confirm();
        fire("announcementDue");
        Task start = taskOf("markWorkStart");
        assertThat(ruledOut("markWorkStart", "coord")).contains("Nobody coordinates " + window.id() + " yet");
        take("coord");
        assertThat(ruledOut("markWorkStart", "coord")).isEmpty();
        assertThat(ruledOut("markWorkStart", "coord2")).contains("coord coordinates " + window.id());
        refused(() -> take("coord")).hasMessageContaining("You coordinate");

        take("coord2");

        assertThat(now(window).coordinator()).contains("coord2");
        assertThat(ruledOut("markWorkStart", "coord")).contains("coord2 coordinates");
        assertThat(taskOf("markWorkStart").getId()).isEqualTo(start.getId());
        assertThat(taskOf("takeCoordination").getName()).contains("Take over", "from coord2");
        fire("coordinationReminderDue");
        assertThat(taskOf("takeCoordination").getName()).doesNotStartWith("Reminder");
    }

    @Test
    void whatTheFormerCoordinatorHasClaimedIsReleasedWhenItIsHandedOver() {
        underWay(started());
        tasks.setAssignee(taskOf("markWorkEnd").getId(), "coord");
        tasks.setAssignee(taskOf("runWindow").getId(), "coord");

        take("coord2");

        assertThat(taskOf("markWorkEnd").getAssignee()).isNull();
        assertThat(taskOf("runWindow").getAssignee()).isNull();
    }

    @Test
    void aWindowIsMovedThoughTheOneBeforeItIsStillOpen() {
        MaintenanceWindow window = window(started());
        Instant before = window.startsAt().minus(Duration.ofDays(14));
        windows.open(MaintenanceWindow.planned(new Occurrence(
                "telescope", before.atZone(PACIFIC).toLocalDate(), before, before.plus(Duration.ofHours(3)))));
        LocalDateTime later =
                window.startsAt().atZone(PACIFIC).toLocalDateTime().plusDays(1);

        confirmation("move", later.toString(), "The crew is on the mountain a day later");

        assertThat(now(window).moved()).isTrue();
    }

    @Test
    void anExtensionThatWouldEndInThePastIsRefused() {
        MaintenanceWindow window = underWay(started());
        comesTo(window.endsAt().plus(Duration.ofMinutes(10)));

        refused(() -> run("coord", "extend", "", "5 minutes: the last one is nearly through"))
                .hasMessageContaining("which is past. Extend it by more than that");
    }

    @Test
    void whatIsVoidIsNeitherHeldBackNorReleasedButCanBeMoved() {
        DeploymentRequest request = started();
        MaintenanceWindow window = underWay(request);
        requests.save(now(request).voided("Its source has been changed."));

        refused(() -> run("coord", "hold", request, "Its database is being moved first"))
                .hasMessageContaining("is void, so it is not synced anyway");
        run("coord", "move", request, "There is no time left for it today");

        assertThat(windows.places(window.id())).isEmpty();
    }

    @Test
    void aLateRequestJoinsAWindowUnderWayIfItsNoticeElapsesInTime() {
        MaintenanceWindow window = underWay(started());
        run();
        syncs();
        run("coord", "extend", "", "8 hours: the night crew goes on");
        run("coord", "extend", "", "8 hours: the night crew goes on");
        run("coord", "extend", "", "8 hours: the night crew goes on");
        argoCd.pends(NEWER);

        DeploymentRequest late = started();

        assertThat(window(late).id()).isEqualTo(window.id());
        clock.passes(NOTICE);
        fire("noticeElapsed");
        assertThat(now(late).standing()).isInstanceOf(Syncing.class);
    }

    @Test
    void workStartsBeforeTheStartOnlyWhereAnAdministratorSaysWhy() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        confirm();
        take("coord");
        fire("announcementDue");
        refused(() -> startWork("coord")).hasMessageContaining("only an administrator");
        take("admin");
        refused(() -> startWork("admin")).hasMessageContaining("why work starts earlier");

        complete("admin", taskOf("markWorkStart"), Map.of("comment", "The telescope is down all the same"));

        assertThat(now(window).status()).isEqualTo(Status.UNDER_WAY);
    }

    @Test
    void aRequestThatNoWindowCouldTakeExpires() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        comesTo(window.startsAt());
        assertThat(due("requestExpired")).isEqualTo(request.expiresAt());
        clock.passes(Duration.between(clock.instant(), request.expiresAt()));

        fire("requestExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
    }

    @Test
    void aRequestThatIsEndedBeforeAllAreToldLeavesThePath() {
        channels.fails(COM_SQUARE, "The channel is archived.");
        DeploymentRequest request = started();
        while (waitsFor("nextTryDue")) {
            clock.passes(Duration.ofMinutes(30));
            fireEach("nextTryDue");
        }

        complete(
                "admin",
                taskOf("resolveNotice"),
                Map.of("action", "end", "reason", "Nobody can be told on that channel"));

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
    }

    @Test
    void aRetargetedRequestKeepsItsPlaceWhereItsNewNoticeFitsIn() {
        DeploymentRequest request = started();
        MaintenanceWindow window = window(request);
        argoCd.pends(NEWER);

        amended("dev", request, "retarget");

        assertThat(window(request).id()).isEqualTo(window.id());
        assertThat(now(request).agreementNumber()).isEqualTo(2);
    }

    /** The next window that no other test has had to do with. */
    private Occurrence nextUntouched() {
        return calendars
                .named("telescope")
                .orElseThrow()
                .endingAfter(clock.instant().plus(Duration.ofDays(3)))
                .filter(occurrence -> windows.find(occurrence.id()).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Instant lastChance(Occurrence occurrence) {
        return occurrence.end().minus(NOTICE).minus(windowTimes.timeToSync());
    }

    private Instant nextAfter(MaintenanceWindow window) {
        return window.startsAt()
                .atZone(PACIFIC)
                .plusMonths(1)
                .with(TemporalAdjusters.firstInMonth(DayOfWeek.WEDNESDAY))
                .toInstant();
    }

    /** The request's window with work started, and nothing asked of the gate yet. */
    private MaintenanceWindow underWay(DeploymentRequest request) {
        MaintenanceWindow window = window(request);
        confirm();
        take("coord");
        comesTo(window.startsAt());
        startWork("coord", false);
        return now(window);
    }

    private void confirm() {
        confirmation("confirm", "", "");
    }

    private void confirmation(String decision, String newStart, String reason) {
        complete("tel", taskOf("confirmWindow"), Map.of("decision", decision, "newStart", newStart, "reason", reason));
    }

    private void take(String who) {
        complete(who, taskOf("takeCoordination"), Map.of());
    }

    /** Lets time pass to a moment, and the timers fire that are due by then. */
    private void comesTo(Instant moment) {
        clock.passes(Duration.between(clock.instant(), moment));
        for (String timer : List.of("noticeElapsed", "announcementDue")) {
            if (waitsFor(timer) && !due(timer).isAfter(moment)) {
                fire(timer);
            }
        }
    }

    private void startWork(String who) {
        startWork(who, true);
    }

    private void startWork(String who, boolean atOnce) {
        as(who, () -> tasks.complete(taskOf("markWorkStart").getId(), Map.of("comment", "")));
        if (atOnce) {
            run();
        } else {
            runUntil("passGate");
        }
    }

    private void run(String who, String action, DeploymentRequest request, String message) {
        run(who, action, request.id().text(), message);
    }

    private void run(String who, String action, String request, String message) {
        as(
                who,
                () -> tasks.complete(
                        taskOf("runWindow").getId(), Map.of("action", action, "request", request, "message", message)));
        runUntil(action.equals("hold") || action.equals("extend") ? "passGate" : "");
    }

    private void endWork(String who) {
        complete(who, taskOf("markWorkEnd"), Map.of("comment", ""));
    }

    private Task taskOf(String key) {
        return tasks.createTaskQuery().taskDefinitionKey(key).singleResult();
    }

    private String ruledOut(String task, String who) {
        return rules.stream()
                .filter(CoordinatorsTasks.class::isInstance)
                .map(CoordinatorsTasks.class::cast)
                .findFirst()
                .orElseThrow()
                .refusal(now(openWindow()), who)
                .orElse("");
    }

    private MaintenanceWindow openWindow() {
        return windows.open().get(0);
    }

    private MaintenanceWindow window(DeploymentRequest request) {
        return windows.placeOf(request.id())
                .map(Place::window)
                .flatMap(windows::find)
                .orElseThrow();
    }

    private MaintenanceWindow now(MaintenanceWindow window) {
        return windows.find(window.id()).orElseThrow();
    }

    private long processesOf(MaintenanceWindow window) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("maintenance-window")
                .processInstanceBusinessKey(window.id().text())
                .count();
    }

    private List<NoticeKind> kindsOf(MaintenanceWindow window) {
        return written.of(window.id()).stream().map(Notice::kind).toList();
    }

    private String text(MaintenanceWindow window, NoticeKind kind) {
        return written.of(window.id()).stream()
                .filter(notice -> notice.kind() == kind)
                .map(Notice::text)
                .findFirst()
                .orElse("");
    }
}
