package org.syncgate.web;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.syncgate.model.Moments;
import org.syncgate.process.WindowLine;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.WindowCalendar;

/**
 * A maintenance window as every page shows it; all texts are for people.
 *
 * @param path of its page; empty where there is nothing more to show of it yet
 * @param local when it is, in the zone by which it is planned; empty where that is not known
 * @param coordinator may be empty
 */
record WindowRow(
        String id,
        String path,
        String utc,
        String local,
        String mood,
        String standing,
        String coordinator,
        int requests) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static WindowRow of(WindowLine line) {
        MaintenanceWindow window = line.window();
        return new WindowRow(
                window.id().text(),
                line.opened() ? "/windows/" + window.id().text() : "",
                Moments.time(window.startsAt()) + " to " + Moments.time(window.endsAt()),
                line.calendar()
                        .map(WindowCalendar::zone)
                        .map(zone -> local(window, zone))
                        .orElse(""),
                line.opened() ? window.status().words().replace(' ', '-') : "to-come",
                line.opened() ? capital(window.status().words()) : "To come",
                line.coordinator().orElse(""),
                line.requests());
    }

    private static String local(MaintenanceWindow window, ZoneId zone) {
        ZonedDateTime start = window.startsAt().atZone(zone);
        ZonedDateTime end = window.endsAt().atZone(zone);
        boolean overnight = !start.toLocalDate().equals(end.toLocalDate());
        return DAY.format(start) + " to " + (overnight ? DAY : TIME).format(end) + " in " + zone;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
