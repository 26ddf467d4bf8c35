package org.syncgate.window;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * The dates on which there are windows, at most one a day.
 *
 * @param rule an RRULE of RFC 5545 that tells dates and no times, for instance {@code FREQ=WEEKLY;BYDAY=TH}
 * @param from the rule's DTSTART: INTERVAL and COUNT count from here, and there is no window before it
 * @param exceptions dates on which there is no window although the rule says so
 */
public record Recurrence(String rule, LocalDate from, Set<LocalDate> exceptions) {

    private static final Set<Freq> DATES = Set.of(Freq.YEARLY, Freq.MONTHLY, Freq.WEEKLY, Freq.DAILY);

    /** Where an endless rule is taken to have ended, because the library counts no further. */
    private static final int LAST_YEAR = 9999;

    public Recurrence {
        exceptions = Set.copyOf(exceptions);
        fault(rule).ifPresent(fault -> {
            throw new IllegalArgumentException("'" + rule + "' " + fault);
        });
    }

    /** Why it is no rule for windows, as what comes after its text; empty where it is one. */
    static Optional<String> fault(String rule) {
        try {
            RecurrenceRule parsed = parsed(rule);
            // not in a constant: the library fails where its parts are named before a rule has been made
            Stream<Part> times = Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND);
            if (!DATES.contains(parsed.getFreq()) || times.anyMatch(parsed::hasPart)) {
                return Optional.of(
                        "tells times, but a calendar has one window a day at most: leave BYHOUR, BYMINUTE and"
                                + " BYSECOND out, take FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, and write the time as start");
            }
            if (parsed.hasPart(Part.RSCALE)) {
                return Optional.of("counts days of another RFC: leave RSCALE and SKIP out");
            }
            if (parsed.getUntil() != null && !parsed.getUntil().isAllDay()) {
                return Optional.of("ends at a time: write UNTIL as a date, like UNTIL=20271231");
            }
            return Optional.empty();
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            return Optional.of("is no rule of RFC 5545: write one like FREQ=WEEKLY;BYDAY=TH (" + e.getMessage() + ")");
        }
    }

    /** The dates in ascending order, none before the given one; lazy, and endless where the rule is. */
    Stream<LocalDate> since(LocalDate first) {
        if (first.getYear() > LAST_YEAR) {
            return Stream.empty();
        }
        try {
            // a rule is parsed anew each time, because iterating over one changes it
            var iterator = parsed(rule).iterator(dateTime(from));
            if (first.isAfter(from)) {
                // it forwards by whole years, and what is told by weeks may lie a few days beyond its year
                iterator.fastForward(dateTime(first.minusMonths(1)));
            }
            var dates = new RuleDates(iterator);
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(dates, Spliterator.ORDERED | Spliterator.NONNULL),
                            false)
                    .dropWhile(date -> date.isBefore(first))
                    .filter(date -> !exceptions.contains(date));
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException("A rule that was checked is one no longer: " + rule, e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // the library gives up on a rule that yields nothing for some thousand turns
            return Stream.empty();
        }
    }

    private static RecurrenceRule parsed(String rule) throws InvalidRecurrenceRuleException {
        return new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
    }

    private static DateTime dateTime(LocalDate date) {
        return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
    }
}
