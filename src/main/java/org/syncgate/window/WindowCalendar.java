package org.syncgate.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When there are maintenance windows, and how they are run.
 *
 * <p>Start and end are times of the zone's clocks: a window of 3 hours from 15:00 ends at 18:00, also in a night in which
 * the clocks change, though it is an hour longer or shorter then. Local times stay local over both hemispheres'
 * daylight-saving changes. As RFC 5545 (3.3.5) has it, a time that the clocks show twice is the first of the two, and one
 * that they leap over is as much later as they leap; where that is the start, the end moves with it.
 *
 * @param name lower-case words with hyphens, unique
 * @param recurrence the dates on which windows start
 * @param zone where the dates, the start and the end are told
 * @param start the time at which windows start
 * @param duration from start to end as the clocks tell it
 * @param confirmedBy the group that confirms each window; empty where it needs no confirming
 * @param channels where windows are announced
 * @param leadTime how long before its start a window is first announced, in elapsed time; not negative
 * @param atOnce how many syncs at once in a window, at least one
 * @param atOncePerCluster how many of these in the same cluster, at least one
 */
public record WindowCalendar(
        String name,
        Recurrence recurrence,
        ZoneId zone,
        LocalTime start,
        Duration duration,
        Optional<String> confirmedBy,
        List<String> channels,
        Duration leadTime,
        int atOnce,
        int atOncePerCluster) {

    /** How far occurrences are told ahead. */
    static final Period AHEAD = Period.ofYears(10);

    public WindowCalendar {
        channels = List.copyOf(channels);
        if (duration.isZero() || duration.isNegative() || leadTime.isNegative()) {
            throw new IllegalArgumentException("Windows of " + name + " have a length, and no negative lead time");
        }
        if (atOnce < 1 || atOncePerCluster < 1) {
            throw new IllegalArgumentException("Windows of " + name + " allow at least one sync at once");
        }
    }

    /**
     * The windows in ascending order, from the first that ends after the moment; lazy, and none that starts more than ten
     * years later.
     */
    public Stream<Occurrence> endingAfter(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        Instant horizon = there.plus(AHEAD).toInstant();
        // a day more than a window lasts, since clocks leap by less than a day
        LocalDate first = there.toLocalDate().minusDays(duration.toDays() + 2);
        return recurrence
                .since(first)
                .map(this::occurrence)
                .takeWhile(occurrence -> !occurrence.start().isAfter(horizon))
                .filter(occurrence -> occurrence.end().isAfter(moment));
    }

    /** The window that is planned for a date of the calendar's zone; empty where there is none. */
    public Optional<Occurrence> on(LocalDate planned) {
        return recurrence.since(planned).findFirst().filter(planned::equals).map(this::occurrence);
    }

    /** When there are windows, for people, for instance "every Thursday 15:00 (America/Los_Angeles), 3 hours". */
    public String words() {
        return RuleWords.of(recurrence.rule())
                        .map(days -> days + " " + start + " (" + zone + "), ")
                        .orElseGet(() -> recurrence.rule() + ", " + start + " " + zone + ", ")
                + RuleWords.of(duration);
    }

    private Occurrence occurrence(LocalDate planned) {
        ZonedDateTime begins = planned.atTime(start).atZone(zone);
        ZonedDateTime ends = begins.toLocalDateTime().plus(duration).atZone(zone);
        return new Occurrence(name, planned, begins.toInstant(), ends.toInstant());
    }
}
