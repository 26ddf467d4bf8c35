package org.syncgate.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When people are at work. All other time is out of hours: nights, the other days of the week, and holidays.
 *
 * <p>Office hours are times of the zone's clocks, so they stay local over both hemispheres' daylight-saving changes. On a day
 * on which the clocks change they last from the first moment at which the clocks have come to {@code from}, until the last
 * at which they come to {@code to}: what is doubtful counts as office hours.
 *
 * @param zone where the days and times are told
 * @param days at least one
 * @param from the time at which they begin
 * @param to the time at which they are over, later on the same day
 * @param holidays days without office hours
 */
public record OfficeHours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to, Set<LocalDate> holidays) {

    /** How far ahead it is looked for time out of hours. */
    static final Period AHEAD = Period.ofYears(1);

    public OfficeHours {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        if (days.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException("Office hours are on some days, and end after they begin");
        }
    }

    /**
     * Whether no moment between the two is in office hours; the second is not among them.
     *
     * @throws IllegalArgumentException if there is no moment between them
     */
    public boolean isOutOfHours(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Nothing lies between " + from + " and " + to);
        }
        return interrupting(from, to).isEmpty();
    }

    /**
     * The first moment, not before the given one, from which so long is out of hours; empty where there is none within a
     * year.
     *
     * @param length more than nothing
     */
    public Optional<Instant> nextOutOfHours(Instant notBefore, Duration length) {
        if (length.isZero() || length.isNegative()) {
            throw new IllegalArgumentException("Work out of hours takes some time, but not " + length);
        }
        Instant horizon = notBefore.atZone(zone).plus(AHEAD).toInstant();
        Instant candidate = notBefore;
        while (!candidate.isAfter(horizon)) {
            Optional<Stretch> office = interrupting(candidate, candidate.plus(length));
            if (office.isEmpty()) {
                return Optional.of(candidate);
            }
            candidate = office.get().end();
        }
        return Optional.empty();
    }

    /** For people, for instance "Monday to Friday 08:00 to 17:00 (America/Los_Angeles), except on holidays". */
    public String words() {
        return dayWords() + " " + from + " to " + to + " (" + zone + ")"
                + (holidays.isEmpty() ? "" : ", except on holidays");
    }

    private String dayWords() {
        var ordered = new TreeSet<>(days);
        boolean consecutive = ordered.last().getValue() - ordered.first().getValue() == days.size() - 1;
        return consecutive && days.size() > 2
                ? RuleWords.of(ordered.first()) + " to " + RuleWords.of(ordered.last())
                : ordered.stream().map(RuleWords::of).collect(Collectors.joining(", "));
    }

    /** The first office hours that have a moment in common with the time between the two. */
    private Optional<Stretch> interrupting(Instant from, Instant to) {
        // clocks that go back over midnight show the day before once more
        LocalDate first = from.atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
        return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()) && !holidays.contains(day))
                .map(this::stretch)
                .filter(office -> office.start().isBefore(office.end()))
                .filter(office -> office.start().isBefore(to) && office.end().isAfter(from))
                .findFirst();
    }

    private Stretch stretch(LocalDate day) {
        return new Stretch(moment(day, from, false), moment(day, to, true));
    }

    private Instant moment(LocalDate day, LocalTime time, boolean later) {
        var local = day.atTime(time);
        var rules = zone.getRules();
        var leap = rules.getTransition(local);
        if (leap != null && leap.isGap()) {
            return leap.getInstant();
        }
        var shown = local.atZone(zone);
        return (later ? shown.withLaterOffsetAtOverlap() : shown.withEarlierOffsetAtOverlap()).toInstant();
    }

    /** Office hours of one day; empty in a day on which the clocks leap over all of them. */
    private record Stretch(Instant start, Instant end) {}
}
