package org.syncgate.window;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Office hours by example: nights, weekends, holidays, and the days on which clocks change. */
class OfficeHoursTests {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
    private static final Duration HOUR = Duration.ofHours(1);

    private final OfficeHours pacific =
            new OfficeHours(LOS_ANGELES, WEEKDAYS, LocalTime.of(8, 0), LocalTime.of(17, 0), Set.of(CHRISTMAS));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a Thursday before they begin      | 2026-06-04T14:00:00Z | 2026-06-04T15:00:00Z | true
            a second into them                | 2026-06-04T14:00:00Z | 2026-06-04T15:00:01Z | false
            in the middle of them             | 2026-06-04T18:00:00Z | 2026-06-04T19:00:00Z | false
            around all of them                | 2026-06-04T14:00:00Z | 2026-06-05T01:00:00Z | false
            their last second                 | 2026-06-04T23:59:59Z | 2026-06-05T01:00:00Z | false
            after they are over               | 2026-06-05T00:00:00Z | 2026-06-05T15:00:00Z | true
            the weekend, to its last moment   | 2026-06-06T00:00:00Z | 2026-06-08T15:00:00Z | true
            noon of Christmas, a Friday       | 2026-12-25T20:00:00Z | 2026-12-25T21:00:00Z | true
            Thursday evening over Christmas   | 2026-12-25T01:00:00Z | 2026-12-28T16:00:00Z | true
            the same in PST, an hour later    | 2026-12-03T16:00:00Z | 2026-12-03T17:00:00Z | false
            the same in PST, before           | 2026-12-03T15:00:00Z | 2026-12-03T16:00:00Z | true
            """)
    void nightsWeekendsAndHolidaysAreOutOfHours(String when, Instant from, Instant to, boolean outOfHours) {
        assertThat(pacific.isOutOfHours(from, to)).as(when).isEqualTo(outOfHours);
    }

    @Test
    void aHolidayIsADayOfThePlaceAndNotOfUtc() {
        // 17:00 on 24 December, and 16:00
        assertThat(pacific.isOutOfHours(Instant.parse("2026-12-25T01:00:00Z"), Instant.parse("2026-12-25T02:00:00Z")))
                .isTrue();
        assertThat(pacific.isOutOfHours(Instant.parse("2026-12-25T00:00:00Z"), Instant.parse("2026-12-25T01:00:00Z")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            already out of hours              | 2026-06-04T10:00:00Z | PT1H  | 2026-06-04T10:00:00Z
            just long enough                  | 2026-06-04T14:00:00Z | PT1H  | 2026-06-04T14:00:00Z
            not long enough before they begin | 2026-06-04T14:30:00Z | PT1H  | 2026-06-05T00:00:00Z
            in the middle of them             | 2026-06-04T18:00:00Z | PT1H  | 2026-06-05T00:00:00Z
            a night is 15 hours               | 2026-06-04T18:00:00Z | PT15H | 2026-06-05T00:00:00Z
            only a weekend is longer          | 2026-06-04T18:00:00Z | PT16H | 2026-06-06T00:00:00Z
            over the night to standard time   | 2026-10-31T00:00:00Z | PT64H | 2026-10-31T00:00:00Z
            that is 64 hours but not 65       | 2026-10-31T00:00:00Z | PT65H | 2026-12-25T01:00:00Z
            """)
    void theNextTimeOutOfHoursIsTheFirstThatIsLongEnough(
            String when, Instant notBefore, Duration length, Instant expected) {
        assertThat(pacific.nextOutOfHours(notBefore, length)).as(when).contains(expected);
    }

    @Test
    void whatIsNeverOutOfHoursForSoLongIsEmpty() {
        OfficeHours everyDay = new OfficeHours(
                SANTIAGO, EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.of(23, 30), Set.of());

        assertThat(everyDay.nextOutOfHours(Instant.parse("2026-01-01T12:00:00Z"), HOUR))
                .map(found -> LocalDate.ofInstant(found, SANTIAGO))
                // in its night of 25 hours the last half hour is shown twice, but what is doubtful is office hours
                .isEmpty();
        assertThat(pacific.nextOutOfHours(Instant.parse("2026-01-01T12:00:00Z"), Duration.ofDays(5)))
                .isEmpty();
    }

    @Test
    void itIsLookedForWithinAYear() {
        LocalDate holiday = LocalDate.of(2027, 1, 4);
        OfficeHours always = new OfficeHours(
                SANTIAGO, EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.of(23, 59), Set.of(holiday));

        assertThat(always.nextOutOfHours(Instant.parse("2026-01-04T12:00:00Z"), HOUR))
                .contains(Instant.parse("2027-01-04T02:59:00Z"));
        assertThat(always.nextOutOfHours(Instant.parse("2026-01-01T12:00:00Z"), HOUR))
                .isEmpty();
    }

    @Test
    void whereTheClocksLeapOverTheBeginningTheyBeginAfterTheLeap() {
        // Chile leaps from 00:00 to 01:00, at 04:00 UTC
        OfficeHours night =
                new OfficeHours(SANTIAGO, Set.of(SUNDAY), LocalTime.of(0, 30), LocalTime.of(3, 0), Set.of());

        assertThat(night.isOutOfHours(Instant.parse("2026-09-06T03:00:00Z"), Instant.parse("2026-09-06T04:00:00Z")))
                .isTrue();
        assertThat(night.isOutOfHours(Instant.parse("2026-09-06T04:00:00Z"), Instant.parse("2026-09-06T04:01:00Z")))
                .isFalse();
    }

    @Test
    void hoursThatTheClocksLeapOverAltogetherAreNone() {
        OfficeHours night = new OfficeHours(SANTIAGO, Set.of(SUNDAY), LocalTime.of(0, 0), LocalTime.of(1, 0), Set.of());

        assertThat(night.isOutOfHours(Instant.parse("2026-09-06T03:00:00Z"), Instant.parse("2026-09-06T05:00:00Z")))
                .isTrue();
    }

    @Test
    void whatTheClocksShowTwiceIsInOfficeHoursBothTimesAndInBetween() {
        // Chile shows 23:00 to 24:00 twice, from 02:00 to 04:00 UTC
        OfficeHours late =
                new OfficeHours(SANTIAGO, Set.of(SATURDAY), LocalTime.of(23, 15), LocalTime.of(23, 45), Set.of());

        assertThat(late.isOutOfHours(Instant.parse("2026-04-05T02:14:00Z"), Instant.parse("2026-04-05T02:15:00Z")))
                .isTrue();
        assertThat(late.isOutOfHours(Instant.parse("2026-04-05T02:15:00Z"), Instant.parse("2026-04-05T02:16:00Z")))
                .isFalse();
        assertThat(late.isOutOfHours(Instant.parse("2026-04-05T02:50:00Z"), Instant.parse("2026-04-05T03:00:00Z")))
                .isFalse();
        assertThat(late.isOutOfHours(Instant.parse("2026-04-05T03:44:00Z"), Instant.parse("2026-04-05T03:45:00Z")))
                .isFalse();
        assertThat(late.isOutOfHours(Instant.parse("2026-04-05T03:45:00Z"), Instant.parse("2026-04-05T04:00:00Z")))
                .isTrue();
    }

    /** At 00:01 of a Sunday, St John's went back to 23:01 of the Saturday. */
    @Test
    void aDayThatTheClocksGoBackIntoIsOfficeHoursOnceMore() {
        OfficeHours late = new OfficeHours(
                ZoneId.of("America/St_Johns"), Set.of(SATURDAY), LocalTime.of(22, 0), LocalTime.of(23, 30), Set.of());

        assertThat(late.isOutOfHours(Instant.parse("2010-11-07T02:30:15Z"), Instant.parse("2010-11-07T02:30:45Z")))
                .isFalse();
    }

    @Test
    void officeHoursAreSaidInWords() {
        assertThat(pacific.words())
                .isEqualTo("Monday to Friday 08:00 to 17:00 (America/Los_Angeles), except on holidays");
        assertThat(words(MONDAY, TUESDAY)).isEqualTo("Monday, Tuesday 09:00 to 12:30 (America/Santiago)");
        assertThat(words(WEDNESDAY, MONDAY, THURSDAY))
                .isEqualTo("Monday, Wednesday, Thursday 09:00 to 12:30 (America/Santiago)");
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        Instant moment = Instant.parse("2026-06-04T14:00:00Z");

        assertThatIllegalArgumentException().isThrownBy(() -> pacific.isOutOfHours(moment, moment));
        assertThatIllegalArgumentException().isThrownBy(() -> pacific.isOutOfHours(moment, moment.minusSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> pacific.nextOutOfHours(moment, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfficeHours(SANTIAGO, WEEKDAYS, LocalTime.NOON, LocalTime.NOON, Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfficeHours(SANTIAGO, Set.of(), LocalTime.MIN, LocalTime.NOON, Set.of()));
    }

    private static String words(DayOfWeek... days) {
        return new OfficeHours(SANTIAGO, Set.of(days), LocalTime.of(9, 0), LocalTime.of(12, 30), Set.of()).words();
    }
}
