package org.syncgate.window;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One deployment's office hours and no calendars, for tests of others. */
public record FixedCalendars(String deployment, OfficeHours hours) implements Calendars {

    /** People of that deployment are at work on every day, from 01:00 to 17:00 UTC. */
    public static FixedCalendars everyDayFromOne(String deployment) {
        return new FixedCalendars(
                deployment,
                new OfficeHours(
                        ZoneOffset.UTC,
                        EnumSet.allOf(DayOfWeek.class),
                        LocalTime.of(1, 0),
                        LocalTime.of(17, 0),
                        Set.of()));
    }

    @Override
    public Optional<OfficeHours> officeHours(String name) {
        return Optional.of(hours).filter(known -> name.equals(deployment));
    }

    @Override
    public Optional<WindowCalendar> named(String calendar) {
        return Optional.empty();
    }

    @Override
    public Optional<WindowCalendar> of(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> environments(String name) {
        return List.of();
    }

    @Override
    public List<String> environmentsWith(String cluster) {
        return List.of();
    }

    @Override
    public List<WindowCalendar> all() {
        return List.of();
    }
}
