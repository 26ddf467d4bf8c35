package org.syncgate.window;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.window.CalendarProperties.OneCalendar;
import org.syncgate.window.CalendarProperties.OneDeployment;
import org.syncgate.window.CalendarProperties.TheOfficeHours;

/** What {@code syncgate.calendars} and {@code syncgate.deployments} describe. */
@Component
class ConfiguredCalendars implements Calendars {

    private final List<WindowCalendar> calendars;
    private final Map<String, OneDeployment> deployments = new HashMap<>();
    private final Map<String, OfficeHours> officeHours = new HashMap<>();

    ConfiguredCalendars(CalendarProperties properties, Clock clock) {
        var read = new ArrayList<WindowCalendar>();
        for (OneCalendar configured : properties.calendars()) {
            WindowCalendar calendar = calendar(configured);
            WindowsToCome.check("syncgate.calendars[" + read.size() + "]", calendar, clock.instant());
            read.add(calendar);
        }
        calendars = List.copyOf(read);
        for (OneDeployment configured : properties.deployments()) {
            deployments.put(configured.name(), configured);
            if (!configured.officeHours().areLeftOut()) {
                officeHours.put(configured.name(), hours(configured.officeHours(), dates(configured.holidays())));
            }
        }
    }

    @Override
    public Optional<WindowCalendar> named(String calendar) {
        return calendars.stream()
                .filter(candidate -> candidate.name().equals(calendar))
                .findFirst();
    }

    @Override
    public Optional<WindowCalendar> of(String deployment) {
        return deployment(deployment).map(OneDeployment::calendar).flatMap(this::named);
    }

    @Override
    public Optional<OfficeHours> officeHours(String deployment) {
        return Optional.ofNullable(officeHours.get(deployment));
    }

    @Override
    public List<String> environments(String deployment) {
        return deployment(deployment)
                .map(configured -> List.copyOf(configured.environments()))
                .orElse(List.of());
    }

    @Override
    public List<String> environmentsWith(String cluster) {
        return deployments.values().stream()
                .map(OneDeployment::environments)
                .filter(environments -> environments.contains(cluster))
                .findFirst()
                .map(List::copyOf)
                .orElse(List.of());
    }

    @Override
    public List<WindowCalendar> all() {
        return calendars;
    }

    private Optional<OneDeployment> deployment(String name) {
        return Optional.ofNullable(deployments.get(name));
    }

    private static WindowCalendar calendar(OneCalendar configured) {
        return new WindowCalendar(
                configured.name(),
                new Recurrence(
                        configured.rule(),
                        Written.date(configured.from()).orElseThrow(),
                        dates(configured.exceptions())),
                Written.zone(configured.zone()).orElseThrow(),
                Written.time(configured.start()).orElseThrow(),
                Written.duration(configured.duration()).orElseThrow(),
                Optional.of(configured.confirmedBy()).filter(group -> !group.isBlank()),
                configured.channels(),
                Written.duration(configured.leadTime()).orElseThrow(),
                configured.atOnce(),
                configured.atOncePerCluster());
    }

    private static OfficeHours hours(TheOfficeHours configured, Set<LocalDate> holidays) {
        Set<DayOfWeek> days = configured.days().stream()
                .map(day -> Written.day(day).orElseThrow())
                .collect(Collectors.toSet());
        return new OfficeHours(
                Written.zone(configured.zone()).orElseThrow(),
                days,
                Written.time(configured.from()).orElseThrow(),
                Written.time(configured.to()).orElseThrow(),
                holidays);
    }

    private static Set<LocalDate> dates(List<String> texts) {
        return texts.stream().map(text -> Written.date(text).orElseThrow()).collect(Collectors.toSet());
    }
}
