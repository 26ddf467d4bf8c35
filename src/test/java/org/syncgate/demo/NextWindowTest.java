package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Recurrence;
import org.syncgate.window.WindowCalendar;

class NextWindowTest {

    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final List<MaintenanceWindow> open = new ArrayList<>();
    private final List<MaintenanceWindow> over = new ArrayList<>();
    private final WindowCalendar thursdays = calendar("thursdays", "FREQ=WEEKLY;BYDAY=TH");

    @Test
    void itIsTheEarliestThatAnyCalendarPlans() {
        NextWindow next = next(calendar("fridays", "FREQ=WEEKLY;BYDAY=FR"), thursdays);

        assertThat(next.move().by().get()).isEqualTo(Duration.ofHours(27));
        assertThat(next.words()).isEqualTo("The next window: thursdays/2026-11-26, 26 Nov 2026 15:00 UTC");
    }

    @Test
    void oneThatHasStartedIsNotNext() {
        NextWindow next = next(calendar("wednesdays", "FREQ=WEEKLY;BYDAY=WE", "12:00"), thursdays);

        assertThat(next.move().by().get()).isEqualTo(Duration.ofHours(27));
    }

    @Test
    void oneThatWasMovedStartsWhenItWasMovedTo() {
        open.add(planned("2026-11-26").move(NOW.plus(Duration.ofDays(3))));

        assertThat(next(thursdays).move().by().get()).isEqualTo(Duration.ofDays(3));
        assertThat(next(thursdays).words()).contains("thursdays/2026-11-26, 28 Nov 2026 12:00 UTC");
    }

    @Test
    void oneThatWasSkippedIsPassedOver() {
        over.add(planned("2026-11-26").skip(NOW));

        assertThat(next(thursdays).words()).contains("thursdays/2026-12-03");
    }

    @Test
    void whereNoneIsToComeTheButtonSaysSo() {
        NextWindow next = next();

        assertThat(next.words()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> next.move().by().get())
                .withMessage("No calendar has a window to come.");
    }

    private NextWindow next(WindowCalendar... calendars) {
        return new NextWindow(List.of(calendars), () -> open, () -> over, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private MaintenanceWindow planned(String date) {
        return MaintenanceWindow.planned(thursdays.on(LocalDate.parse(date)).orElseThrow());
    }

    private static WindowCalendar calendar(String name, String rule) {
        return calendar(name, rule, "15:00");
    }

    private static WindowCalendar calendar(String name, String rule, String start) {
        return new WindowCalendar(
                name,
                new Recurrence(rule, LocalDate.of(2020, 1, 1), Set.of()),
                ZoneId.of("UTC"),
                LocalTime.parse(start),
                Duration.ofHours(3),
                Optional.empty(),
                List.of("#com-square"),
                Duration.ofDays(1),
                6,
                2);
    }
}
