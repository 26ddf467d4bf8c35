package org.syncgate.process;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.access.Person;
import org.syncgate.model.Moments;
import org.syncgate.window.Calendars;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.WindowCalendar;

/** How windows are written for people: in UTC like everything else, and in the zone by which they are planned. */
@Component
class WindowWords {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final Calendars calendars;
    private final People people;

    WindowWords(Calendars calendars, People people) {
        this.calendars = calendars;
        this.people = people;
    }

    /** Which window, and when it is. */
    String window(MaintenanceWindow window) {
        return "the maintenance window " + window.id() + " (" + when(window) + ")";
    }

    /** From when to when it is. */
    String when(MaintenanceWindow window) {
        return Moments.time(window.startsAt()) + " to " + Moments.time(window.endsAt()) + local(window);
    }

    /** Who coordinates it and how to reach them. */
    String coordinator(MaintenanceWindow window) {
        return window.coordinator()
                .map(id -> people.find(id)
                        .map(person -> person.name() + reach(person))
                        .orElse(id))
                .orElse("nobody yet");
    }

    private static String reach(Person person) {
        return person.email().map(email -> " (" + email + ")").orElse("");
    }

    private String local(MaintenanceWindow window) {
        return calendars
                .named(window.id().calendar())
                .map(WindowCalendar::zone)
                .map(zone -> "; " + LOCAL.format(window.startsAt().atZone(zone)) + " in " + zone)
                .orElse("");
    }
}
