package org.syncgate.process;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.syncgate.window.Calendars;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Occurrence;
import org.syncgate.window.Recurrence;
import org.syncgate.window.WindowCalendar;
import org.syncgate.window.Windows;

/** Windows every day at noon, which are opened a day before; it is 2 December, and now and then another moment. */
class WindowPlannerTests {

    private static final long PATIENCE = 5_000;

    private static final WindowCalendar NOON = new WindowCalendar(
            "noon",
            new Recurrence("FREQ=DAILY", LocalDate.of(2026, 1, 1), Set.of()),
            ZoneOffset.UTC,
            LocalTime.NOON,
            Duration.ofHours(3),
            Optional.empty(),
            List.of("#com-square"),
            Duration.ofDays(1),
            6,
            2);

    private final Calendars calendars = mock(Calendars.class);
    private final Windows windows = mock(Windows.class);
    private final WindowOpenings openings = mock(WindowOpenings.class);
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    @BeforeEach
    void starts() {
        when(calendars.all()).thenReturn(List.of(NOON));
        scheduler.initialize();
    }

    @AfterEach
    void stops() {
        scheduler.destroy();
    }

    @Test
    void aWindowWhoseLeadTimeHasComeIsOpenedAndTheOneAfterItIsNot() {
        lookAt("2026-12-02T12:00:00Z");

        verify(openings, timeout(PATIENCE)).open(on(3));
        verify(openings, never()).open(on(4));
    }

    @Test
    void aMomentBeforeItsLeadTimeItIsNotOpenedButTheOneUnderWayIs() {
        lookAt("2026-12-02T11:59:59Z");

        verify(openings, timeout(PATIENCE)).open(on(2));
        verify(openings, never()).open(on(3));
    }

    @Test
    void whatHasARowAlreadyIsLeftAlone() {
        when(windows.find(on(2).id())).thenReturn(Optional.of(MaintenanceWindow.planned(on(2))));
        lookAt("2026-12-02T12:00:00Z");

        verify(openings, timeout(PATIENCE)).open(on(3));
        verify(openings, never()).open(on(2));
    }

    @Test
    void whatBecomesDueLaterIsOpenedAtItsTime() {
        Clock real = Clock.systemUTC();
        Duration ahead = Duration.between(real.instant(), Instant.parse("2026-12-02T11:59:59.500Z"));
        new WindowPlanner(calendars, windows, openings, scheduler, Clock.offset(real, ahead)).lookNow();

        verify(openings, timeout(PATIENCE)).open(on(3));
    }

    private void lookAt(String moment) {
        new WindowPlanner(calendars, windows, openings, scheduler, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC))
                .lookNow();
    }

    private static Occurrence on(int day) {
        return NOON.on(LocalDate.of(2026, 12, day)).orElseThrow();
    }
}
