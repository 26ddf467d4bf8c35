package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.process.WindowLine;
import org.syncgate.process.WindowOverview;
import org.syncgate.process.WindowTasks.OpenTask;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Departure;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;
import org.syncgate.window.NotedWork;
import org.syncgate.window.Recurrence;
import org.syncgate.window.WindowCalendar;

class WindowPageTests {

    private static final WindowCalendar CALENDAR = new WindowCalendar(
            "telescope",
            new Recurrence("FREQ=MONTHLY;BYDAY=1WE", LocalDate.of(2020, 1, 1), Set.of()),
            ZoneId.of("America/Los_Angeles"),
            LocalTime.of(14, 0),
            Duration.ofHours(3),
            Optional.of("telescope-configuration-managers"),
            List.of("#com-square", "#summit-testing-announcements"),
            Duration.ofDays(2),
            6,
            2);

    private static final MaintenanceWindow PLANNED =
            MaintenanceWindow.planned(CALENDAR.on(LocalDate.parse("2026-12-02")).orElseThrow());

    private static final Instant START = PLANNED.startsAt();
    private static final Instant BEFORE = START.minusSeconds(3600);
    private static final MaintenanceWindow TAKEN = PLANNED.confirm().takenBy("cora");

    @Test
    void itIsToldInUtcAndInTheZoneByWhichItIsPlanned() {
        WindowRow row = WindowRow.of(line(PLANNED));

        assertThat(row.utc()).isEqualTo("2 Dec 2026 22:00 UTC to 3 Dec 2026 01:00 UTC");
        assertThat(row.local()).isEqualTo("Wed 2 Dec 14:00 to 17:00 in America/Los_Angeles");
    }

    @Test
    void overMidnightBothDaysAreNamed() {
        MaintenanceWindow night = PLANNED.move(Instant.parse("2026-12-03T06:30:00Z"));

        assertThat(WindowRow.of(line(night)).local())
                .isEqualTo("Wed 2 Dec 22:30 to Thu 3 Dec 01:30 in America/Los_Angeles");
    }

    @Test
    void whatNobodyHasOpenedYetHasNoPage() {
        WindowRow row = WindowRow.of(new WindowLine(PLANNED, false, Optional.of(CALENDAR), Optional.empty(), 0));

        assertThat(row.path()).isEmpty();
        assertThat(row.standing()).isEqualTo("To come");
        assertThat(WindowRow.of(line(PLANNED)).path()).isEqualTo("/windows/telescope/2026-12-02");
    }

    @Test
    void aCalendarThatIsNotConfiguredAnyMoreLeavesWhatIsKnown() {
        WindowLine line = new WindowLine(TAKEN, true, Optional.empty(), Optional.of("Cora"), 0);

        assertThat(WindowRow.of(line).local()).isEmpty();
        assertThat(page(line, List.of(), List.of(), BEFORE).announced()).isEmpty();
    }

    @Test
    void eachStandingSaysWhatIsToBeDoneAndByWhom() {
        assertThat(words(PLANNED, BEFORE))
                .isEqualTo("Somebody of telescope-configuration-managers has to confirm it before 2 Dec 2026 22:00 UTC,"
                        + " or it is skipped.");
        assertThat(words(PLANNED.confirm(), BEFORE)).contains("nobody has taken the coordination");
        assertThat(words(TAKEN, BEFORE)).contains("Cora Coordinator marks work start, from 2 Dec 2026 22:00 UTC on.");
        assertThat(words(TAKEN, START)).contains("Cora Coordinator has not marked work start yet");
        assertThat(words(TAKEN.start(START), START))
                .contains("hold off reporting problems", "bring questions to Cora Coordinator");
        assertThat(words(TAKEN.start(START), PLANNED.endsAt())).contains("nothing more is granted");
        assertThat(words(TAKEN.start(START).end(PLANNED.endsAt()), PLANNED.endsAt()))
                .isEqualTo("It is over since 3 Dec 2026 01:00 UTC.");
        assertThat(words(TAKEN.end(PLANNED.endsAt()), PLANNED.endsAt())).contains("No work was started in it.");
        assertThat(words(PLANNED.skip(BEFORE), BEFORE)).contains("does not take place");
    }

    @Test
    void aMovedWindowSaysWhenItWasPlannedFor() {
        MaintenanceWindow moved = PLANNED.move(START.plus(Duration.ofDays(1)));

        assertThat(page(line(moved), List.of(), List.of(), BEFORE).moved())
                .isEqualTo("Moved; it was planned for 2 Dec 2026 22:00 UTC.");
        assertThat(page(line(TAKEN), List.of(), List.of(), BEFORE).moved()).isEmpty();
    }

    @Test
    void whatIsInItSaysWhyItIsNotSyncedYetOrElseWhereItStands() {
        DeploymentRequest request = APageRequest.waiting();
        WindowPage page = page(
                line(TAKEN),
                List.of(
                        new WindowOverview.Member(request, "queued", Optional.of("First comes base/nublado.")),
                        new WindowOverview.Member(request, "healthy", Optional.empty())),
                List.of(),
                BEFORE);

        assertThat(page.queue())
                .extracting(WindowPage.Member::words)
                .containsExactly("First comes base/nublado.", request.standing().words());
        assertThat(page.about()).isEqualTo("telescope/2026-12-02 " + request.id() + " " + request.id());
    }

    @Test
    void workAndDeparturesAndTheRecordAreToldWithNames() {
        DeploymentRequest request = APageRequest.waiting();
        WindowPage page = WindowPage.of(
                new WindowOverview(
                        line(TAKEN),
                        Optional.of("cora@example.org"),
                        List.of(),
                        List.of(new NotedWork(START, "cora", "New switch")),
                        List.of(new Departure(TAKEN.id(), request.id(), START, "The window has ended.")),
                        List.of(request),
                        List.of(new Entry(
                                START, TAKEN.id(), Optional.empty(), Kind.WORK_STARTED, "cora", "Hello", List.of())),
                        Map.of("cora", "Cora Coordinator")),
                List.of(),
                START);

        assertThat(page.email()).isEqualTo("cora@example.org");
        assertThat(page.work())
                .containsExactly(new WindowPage.Work("2 Dec 2026 22:00 UTC", "Cora Coordinator", "New switch"));
        assertThat(page.left())
                .containsExactly(new WindowPage.Left(
                        request.id().text(), "idfprod/gafaelfawr", "2 Dec 2026 22:00 UTC", "The window has ended."));
        assertThat(page.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("Work start");
            assertThat(entry.who()).isEqualTo("Cora Coordinator");
        });
    }

    @Test
    void tasksAreLinkedByTheirKindSinceTheNextTakesThePlaceOfTheLast() {
        assertThat(page(line(TAKEN), List.of(), List.of(new OpenTask("markWorkStart", "4711")), BEFORE)
                        .tasks())
                .containsExactly(
                        new WindowPage.Todo("/windows/telescope/2026-12-02/tasks/markWorkStart", "Mark work start"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"CONFIRMED", "UNDER_WAY"})
    void whatTakesPlaceHasAColour(Status status) throws IOException {
        try (InputStream css = Objects.requireNonNull(getClass().getResourceAsStream("/static/web/syncgate.css"))) {
            assertThat(new String(css.readAllBytes(), StandardCharsets.UTF_8))
                    .containsPattern("\\.mood\\." + status.words().replace(' ', '-') + "[ ,]");
        }
    }

    private static String words(MaintenanceWindow window, Instant now) {
        return WindowStanding.words(line(window), now);
    }

    private static WindowLine line(MaintenanceWindow window) {
        return new WindowLine(
                window, true, Optional.of(CALENDAR), window.coordinator().map(id -> "Cora Coordinator"), 0);
    }

    private static WindowPage page(
            WindowLine line, List<WindowOverview.Member> members, List<OpenTask> tasks, Instant now) {
        return WindowPage.of(
                new WindowOverview(
                        line, Optional.empty(), members, List.of(), List.of(), List.of(), List.of(), Map.of()),
                tasks,
                now);
    }
}
