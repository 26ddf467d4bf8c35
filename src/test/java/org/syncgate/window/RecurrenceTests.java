package org.syncgate.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule has to be, and that it tells the same dates whenever it is asked. */
class RecurrenceTests {

    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;INTERVAL=3",
                "FREQ=DAILY;BYMONTH=1,7;BYDAY=MO,WE",
                "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=SU",
                "FREQ=WEEKLY",
                "FREQ=MONTHLY",
                "FREQ=MONTHLY;BYMONTHDAY=31",
                "FREQ=MONTHLY;BYMONTHDAY=-1",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=MONTHLY;INTERVAL=5;BYDAY=-2FR",
                "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
                "FREQ=YEARLY",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
                "FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=WE",
                "FREQ=YEARLY;BYYEARDAY=1,-1",
                "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
                "FREQ=YEARLY;INTERVAL=3;BYDAY=20MO",
                "FREQ=WEEKLY;BYDAY=TH;COUNT=400",
                "FREQ=MONTHLY;BYDAY=1WE;UNTIL=20310101",
            })
    void theDatesAreTheSameFromWhereverTheyAreAsked(String rule) {
        Recurrence recurrence = new Recurrence(rule, FROM, Set.of());
        LocalDate last = FROM.plusYears(30);
        List<LocalDate> all = dates(recurrence, FROM, last);

        assertThat(all).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(LongStream.range(-10, 2_000).mapToObj(step -> FROM.plusDays(step * 5)))
                .allSatisfy(first -> assertThat(dates(recurrence, first, last))
                        .isEqualTo(all.stream()
                                .filter(date -> !date.isBefore(first))
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=WEEKLY                   | 2026-06-03
            FREQ=MONTHLY                  | 2026-07-01
            FREQ=YEARLY                   | 2027-01-01
            FREQ=MONTHLY;BYDAY=WE         | 2026-06-03
            """)
    void whatARuleLeavesOpenComesFromItsFirstDate(String rule, LocalDate next) {
        assertThat(new Recurrence(rule, FROM, Set.of())
                        .since(LocalDate.of(2026, 6, 2))
                        .findFirst())
                .contains(next);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=HOURLY                                | tells times, but a calendar has one window a day at most
            FREQ=MINUTELY;INTERVAL=1440                | tells times
            FREQ=SECONDLY                              | tells times
            FREQ=WEEKLY;BYDAY=TH;BYHOUR=15             | tells times
            FREQ=DAILY;BYMINUTE=0,30                   | tells times
            FREQ=DAILY;BYSECOND=0                      | tells times
            FREQ=YEARLY;RSCALE=GREGORIAN               | counts days of another RFC
            FREQ=WEEKLY;BYDAY=TH;UNTIL=20271231T235959Z| ends at a time: write UNTIL as a date, like UNTIL=20271231
            FREQ=WEEKLY;BYDAY=TH;UNTIL=20271231T235959 | ends at a time
            every Thursday                             | is no rule of RFC 5545: write one like FREQ=WEEKLY;BYDAY=TH (
            FREQ=WEEKLY;BYDAY=1TH                      | is no rule of RFC 5545
            FREQ=WEEKLY;BYDAY=DO                       | is no rule of RFC 5545
            FREQ=FORTNIGHTLY                           | is no rule of RFC 5545
            FREQ=WEEKLY;INTERVAL=0                     | is no rule of RFC 5545
            FREQ=WEEKLY;COUNT=3;UNTIL=20271231         | is no rule of RFC 5545
            FREQ=WEEKLY;BYMONTHDAY=3                   | is no rule of RFC 5545
            FREQ=MONTHLY;BYMONTHDAY=32                 | is no rule of RFC 5545
            FREQ=WEEKLY;FREQ=DAILY                     | is no rule of RFC 5545
            FREQ=WEEKLY;X-SLACK=1                      | is no rule of RFC 5545
            BYDAY=TH                                   | is no rule of RFC 5545
            RRULE:FREQ=WEEKLY;BYDAY=TH                 | is no rule of RFC 5545
            FREQ=                                      | is no rule of RFC 5545
            FREQ=WEEKLY;UNTIL=soon                     | is no rule of RFC 5545
            """)
    void whatIsNoRuleForWindowsIsRefusedWithTheReason(String rule, String fault) {
        assertThatThrownBy(() -> new Recurrence(rule, FROM, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + rule + "' " + fault);
    }

    private static List<LocalDate> dates(Recurrence recurrence, LocalDate first, LocalDate last) {
        return recurrence.since(first).takeWhile(date -> date.isBefore(last)).toList();
    }
}
