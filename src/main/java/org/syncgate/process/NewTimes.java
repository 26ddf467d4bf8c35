package org.syncgate.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;
import org.syncgate.model.WindowId;
import org.syncgate.window.Calendars;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Occurrence;
import org.syncgate.window.WindowCalendar;
import org.syncgate.window.Windows;

/** Other times for a window than the calendar's: reads them, and finds what they would clash with. */
@Component
class NewTimes {

    /** Beyond that it is another window. */
    private static final Duration FARTHEST = Duration.ofDays(60);

    private final Calendars calendars;
    private final Windows windows;
    private final Clock clock;

    NewTimes(Calendars calendars, Windows windows, Clock clock) {
        this.calendars = calendars;
        this.windows = windows;
        this.clock = clock;
    }

    /**
     * Reads a start: a local time in the calendar's zone, or one with an offset.
     *
     * @throws Refused if it is neither, is past, or is too far away
     */
    Instant start(MaintenanceWindow window, String text) {
        Instant start = read(window, text);
        Instant now = clock.instant();
        if (!start.isAfter(now)) {
            throw new Refused("The new start, " + Moments.time(start) + ", is past. Choose one to come.");
        }
        if (start.isAfter(window.startsAt().plus(FARTHEST))) {
            throw new Refused("The new start, " + Moments.time(start) + ", is more than " + FARTHEST.toDays()
                    + " days later. Choose an earlier one, or skip this window.");
        }
        return start;
    }

    private Instant read(MaintenanceWindow window, String text) {
        ZoneId zone = calendars
                .named(window.id().calendar())
                .map(WindowCalendar::zone)
                .orElseThrow(
                        () -> new Refused("The calendar " + window.id().calendar() + " is not configured any more."));
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException noLocalTime) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw new Refused(
                        "Enter the new start as date and time in " + zone + ", for instance 2026-12-03T14:00.");
            }
        }
    }

    /** What else of its calendar is at that time; empty where nothing is. */
    Optional<String> clash(MaintenanceWindow window, Instant start, Instant end) {
        Optional<WindowId> opened = windows.endingAfter(window.id().calendar(), start).stream()
                .filter(other -> !other.id().equals(window.id()) && other.isOpen())
                .filter(other ->
                        other.startsAt().isBefore(end) && other.endsAt().isAfter(start))
                .map(MaintenanceWindow::id)
                .findFirst();
        return opened.or(() -> planned(window, start, end))
                .map(other -> "From " + Moments.time(start) + " to " + Moments.time(end) + " there would be " + other
                        + " as well. Choose another time.");
    }

    private Optional<WindowId> planned(MaintenanceWindow window, Instant start, Instant end) {
        return calendars.named(window.id().calendar()).stream()
                .flatMap(calendar -> calendar.endingAfter(start))
                .takeWhile(other -> other.start().isBefore(end))
                .map(Occurrence::id)
                .filter(other ->
                        !other.equals(window.id()) && windows.find(other).isEmpty())
                .findFirst();
    }
}
