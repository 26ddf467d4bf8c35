package org.syncgate.window;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calendars for tests; only when their windows are differs. */
final class ACalendar {

    static final LocalDate FROM = LocalDate.of(2020, 1, 1);

    private ACalendar() {}

    static WindowCalendar of(String rule, String zone, String start, Duration duration, LocalDate... exceptions) {
        return of(new Recurrence(rule, FROM, Set.of(exceptions)), ZoneId.of(zone), LocalTime.parse(start), duration);
    }

    static WindowCalendar of(Recurrence recurrence, ZoneId zone, LocalTime start, Duration duration) {
        return new WindowCalendar(
                "tested",
                recurrence,
                zone,
                start,
                duration,
                Optional.empty(),
                List.of("#com-square"),
                Duration.ofDays(1),
                6,
                2);
    }
}
