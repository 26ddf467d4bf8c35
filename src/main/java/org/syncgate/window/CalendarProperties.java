package org.syncgate.window;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * The calendars as they were written. Values that are missing are empty text, so that one check tells all faults, each by its
 * property.
 *
 * @param calendars of the maintenance windows
 * @param deployments which calendar and which office hours a clusters' deployment keeps to
 */
@ConfigurationProperties("syncgate")
record CalendarProperties(
        @DefaultValue List<OneCalendar> calendars,
        @DefaultValue List<OneDeployment> deployments) implements Validator {

    /**
     * @param name the calendar's own, unique
     * @param rule an RRULE of RFC 5545 that tells dates
     * @param from the rule's DTSTART, a local date
     * @param zone where its dates and times are told
     * @param start when windows start, HH:mm
     * @param duration how long they are, by the clocks
     * @param confirmedBy the group that confirms each; empty where it needs no confirming
     * @param channels where they are announced
     * @param leadTime how long before its start a window is first announced
     * @param atOnce how many syncs at once
     * @param atOncePerCluster how many of these in the same cluster
     * @param exceptions local dates without a window
     */
    record OneCalendar(
            @DefaultValue("") String name,
            @DefaultValue("") String rule,
            @DefaultValue("2020-01-01") String from,
            @DefaultValue("") String zone,
            @DefaultValue("") String start,
            @DefaultValue("") String duration,
            @DefaultValue("") String confirmedBy,
            @DefaultValue List<String> channels,
            @DefaultValue("1d") String leadTime,
            @DefaultValue("6") int atOnce,
            @DefaultValue("2") int atOncePerCluster,
            @DefaultValue List<String> exceptions) {}

    /**
     * @param name what the practice calls it, as clusters have it
     * @param calendar one of the calendars
     * @param environments names of clusters, in the order in which windows work through them
     * @param officeHours all of it or nothing
     * @param holidays local dates without office hours
     */
    record OneDeployment(
            @DefaultValue("") String name,
            @DefaultValue("") String calendar,
            @DefaultValue List<String> environments,
            @DefaultValue TheOfficeHours officeHours,
            @DefaultValue List<String> holidays) {}

    /**
     * @param zone where they are told
     * @param days of the week, MON to SUN
     * @param from when they begin, HH:mm
     * @param to when they are over, HH:mm
     */
    record TheOfficeHours(
            @DefaultValue("") String zone,
            @DefaultValue List<String> days,
            @DefaultValue("") String from,
            @DefaultValue("") String to) {

        boolean areLeftOut() {
            return zone.isBlank() && days.isEmpty() && from.isBlank() && to.isBlank();
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == CalendarProperties.class;
    }

    @Override
    public void validate(Object target, Errors errors) {
        CalendarProperties properties = (CalendarProperties) target;
        new CalendarChecks(errors).check(properties.calendars());
        new DeploymentChecks(errors, properties.calendars()).check(properties.deployments());
    }
}
