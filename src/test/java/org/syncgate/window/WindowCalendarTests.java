package org.syncgate.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows by example: the nights in which clocks change, midnight, exceptions, and how far it is told. */
class WindowCalendarTests {

    private static final String LOS_ANGELES = "America/Los_Angeles";
    private static final String SANTIAGO = "America/Santiago";
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-05 | 2026-03-05T23:00:00Z | 2026-03-06T02:00:00Z
            2026-03-12 | 2026-03-12T22:00:00Z | 2026-03-13T01:00:00Z
            2026-10-29 | 2026-10-29T22:00:00Z | 2026-10-30T01:00:00Z
            2026-11-05 | 2026-11-05T23:00:00Z | 2026-11-06T02:00:00Z
            """)
    void fifteenHundredInPacificTimeStaysFifteenHundredWhenTheClocksChange(
            LocalDate planned, Instant start, Instant end) {
        assertThat(ACalendar.of("FREQ=WEEKLY;BYDAY=TH", LOS_ANGELES, "15:00", Duration.ofHours(3))
                        .on(planned))
                .contains(new Occurrence("tested", planned, start, end));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-04-01 | 2026-04-01T21:00:00Z
            2026-04-08 | 2026-04-08T22:00:00Z
            2026-09-02 | 2026-09-02T22:00:00Z
            2026-09-09 | 2026-09-09T21:00:00Z
            """)
    void eighteenHundredInChileStaysEighteenHundredWhenItsClocksChangeTheOtherWay(LocalDate planned, Instant start) {
        assertThat(ACalendar.of("FREQ=WEEKLY;BYDAY=WE", SANTIAGO, "18:00", HOUR).on(planned))
                .contains(new Occurrence("tested", planned, start, start.plus(HOUR)));
    }

    @Test
    void aWindowOverTheSpringNightIsAnHourShorterThanItsClocksTell() {
        assertThat(lengthOf(ACalendar.of("FREQ=DAILY", LOS_ANGELES, "00:30", Duration.ofHours(4)), "2026-03-08"))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aWindowOverTheAutumnNightIsAnHourLongerThanItsClocksTell() {
        assertThat(lengthOf(ACalendar.of("FREQ=DAILY", LOS_ANGELES, "00:30", Duration.ofHours(4)), "2026-11-01"))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void aStartThatTheClocksLeapOverIsAnHourLaterAndTheEndWithIt() {
        assertThat(ACalendar.of("FREQ=DAILY", LOS_ANGELES, "02:30", HOUR).on(LocalDate.of(2026, 3, 8)))
                .contains(new Occurrence(
                        "tested",
                        LocalDate.of(2026, 3, 8),
                        Instant.parse("2026-03-08T10:30:00Z"),
                        Instant.parse("2026-03-08T11:30:00Z")));
    }

    @Test
    void chileLeapsOverMidnightAndTheDateStaysThatOfThePlan() {
        assertThat(ACalendar.of("FREQ=DAILY", SANTIAGO, "00:00", HOUR).on(LocalDate.of(2026, 9, 6)))
                .contains(new Occurrence(
                        "tested",
                        LocalDate.of(2026, 9, 6),
                        Instant.parse("2026-09-06T04:00:00Z"),
                        Instant.parse("2026-09-06T05:00:00Z")));
    }

    @Test
    void anEndThatTheClocksLeapOverIsAnHourLater() {
        assertThat(lengthOf(ACalendar.of("FREQ=DAILY", LOS_ANGELES, "01:45", HOUR), "2026-03-08"))
                .isEqualTo(HOUR);
        assertThat(lengthOf(ACalendar.of("FREQ=DAILY", SANTIAGO, "23:30", HOUR), "2026-09-05"))
                .isEqualTo(HOUR);
    }

    @Test
    void aStartThatTheClocksShowTwiceIsTheFirst() {
        assertThat(ACalendar.of("FREQ=DAILY", LOS_ANGELES, "01:30", HOUR).on(LocalDate.of(2026, 11, 1)))
                .map(Occurrence::start)
                .contains(Instant.parse("2026-11-01T08:30:00Z"));
        assertThat(ACalendar.of("FREQ=DAILY", SANTIAGO, "23:30", HOUR).on(LocalDate.of(2026, 4, 4)))
                .map(Occurrence::start)
                .contains(Instant.parse("2026-04-05T02:30:00Z"));
    }

    @Test
    void anEndThatTheClocksShowTwiceIsTheFirst() {
        assertThat(lengthOf(ACalendar.of("FREQ=DAILY", LOS_ANGELES, "00:30", HOUR), "2026-11-01"))
                .isEqualTo(HOUR);
    }

    @Test
    void aWindowOverMidnightIsPlannedForTheDateOfItsStart() {
        WindowCalendar calendar = ACalendar.of("FREQ=WEEKLY;BYDAY=TH", LOS_ANGELES, "22:00", Duration.ofHours(4));
        Occurrence thursday = new Occurrence(
                "tested",
                LocalDate.of(2026, 6, 4),
                Instant.parse("2026-06-05T05:00:00Z"),
                Instant.parse("2026-06-05T09:00:00Z"));

        assertThat(calendar.on(LocalDate.of(2026, 6, 4))).contains(thursday);
        assertThat(calendar.on(LocalDate.of(2026, 6, 5))).isEmpty();
        assertThat(calendar.endingAfter(Instant.parse("2026-06-05T08:59:59Z")).findFirst())
                .contains(thursday);
        assertThat(calendar.endingAfter(thursday.end()).findFirst())
                .map(Occurrence::planned)
                .contains(LocalDate.of(2026, 6, 11));
    }

    @Test
    void aWindowOfSeveralDaysIsToldUntilItIsOver() {
        WindowCalendar calendar = ACalendar.of("FREQ=MONTHLY;BYMONTHDAY=1", SANTIAGO, "12:00", Duration.ofDays(10));

        assertThat(calendar.endingAfter(Instant.parse("2026-06-11T15:59:59Z")).findFirst())
                .map(occurrence -> occurrence.id().text())
                .contains("tested/2026-06-01");
        assertThat(calendar.endingAfter(Instant.parse("2026-06-11T16:00:00Z")).findFirst())
                .map(occurrence -> occurrence.id().text())
                .contains("tested/2026-07-01");
    }

    @Test
    void thereIsNoWindowOnAnException() {
        LocalDate thanksgiving = LocalDate.of(2026, 11, 26);
        WindowCalendar calendar = ACalendar.of("FREQ=WEEKLY;BYDAY=TH", LOS_ANGELES, "15:00", HOUR, thanksgiving);

        assertThat(calendar.on(thanksgiving)).isEmpty();
        assertThat(calendar.endingAfter(Instant.parse("2026-11-20T12:00:00Z")).limit(2))
                .extracting(Occurrence::planned)
                .containsExactly(LocalDate.of(2026, 12, 3), LocalDate.of(2026, 12, 10));
    }

    @Test
    void everySecondWeekIsTheSameWeeksWheneverItIsAsked() {
        WindowCalendar calendar = ACalendar.of("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", LOS_ANGELES, "15:00", HOUR);
        var fromNewYear = calendar.endingAfter(Instant.parse("2026-01-01T00:00:00Z"))
                .limit(100)
                .toList();

        assertThat(fromNewYear).extracting(Occurrence::planned).startsWith(LocalDate.of(2026, 1, 8));
        assertThat(calendar.endingAfter(fromNewYear.get(40).end()).limit(59)).isEqualTo(fromNewYear.subList(41, 100));
        assertThat(calendar.on(LocalDate.of(2026, 1, 15))).isEmpty();
    }

    @Test
    void anotherFromTellsTheOtherWeeks() {
        Recurrence recurrence = new Recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", LocalDate.of(2020, 1, 6), Set.of());

        assertThat(ACalendar.of(recurrence, ZoneId.of(LOS_ANGELES), LocalTime.NOON, HOUR)
                        .on(LocalDate.of(2026, 1, 15)))
                .isPresent();
    }

    @Test
    void aRuleThatEndsHasNoMoreWindows() {
        WindowCalendar until = ACalendar.of("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260115", LOS_ANGELES, "15:00", HOUR);
        WindowCalendar count = ACalendar.of("FREQ=WEEKLY;BYDAY=TH;COUNT=3", LOS_ANGELES, "15:00", HOUR);

        assertThat(until.endingAfter(Instant.parse("2026-01-08T12:00:00Z")))
                .extracting(Occurrence::planned)
                .containsExactly(LocalDate.of(2026, 1, 8), LocalDate.of(2026, 1, 15));
        assertThat(count.endingAfter(Instant.parse("2020-01-05T00:00:00Z")))
                .extracting(Occurrence::planned)
                .containsExactly(LocalDate.of(2020, 1, 9), LocalDate.of(2020, 1, 16));
        assertThat(count.endingAfter(Instant.parse("2026-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void thereIsNoWindowBeforeTheCalendarBegins() {
        WindowCalendar calendar = ACalendar.of("FREQ=DAILY", LOS_ANGELES, "15:00", HOUR);

        assertThat(calendar.on(LocalDate.of(2019, 12, 31))).isEmpty();
        assertThat(calendar.endingAfter(Instant.parse("2019-06-01T00:00:00Z")).findFirst())
                .map(Occurrence::planned)
                .contains(LocalDate.of(2020, 1, 1));
    }

    @Test
    void windowsAreToldTenYearsAheadAndNoFurther() {
        WindowCalendar calendar = ACalendar.of("FREQ=DAILY", LOS_ANGELES, "15:00", HOUR);
        Instant now = Instant.parse("2026-01-01T23:00:00Z");

        assertThat(calendar.endingAfter(now).reduce((earlier, later) -> later))
                .map(Occurrence::planned)
                .contains(LocalDate.of(2036, 1, 1));
        assertThat(calendar.endingAfter(now.minusSeconds(1)).reduce((earlier, later) -> later))
                .map(Occurrence::planned)
                .contains(LocalDate.of(2035, 12, 31));
    }

    @Test
    void aRuleWhoseDaysDoNotExistHasNoWindowAndNoEndlessSearch() {
        for (String rule : new String[] {
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
            "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=20"
        }) {
            WindowCalendar calendar = ACalendar.of(rule, LOS_ANGELES, "15:00", HOUR);

            assertThat(calendar.endingAfter(Instant.parse("2026-01-01T00:00:00Z")))
                    .as(rule)
                    .isEmpty();
            assertThat(calendar.on(LocalDate.of(2028, 2, 29))).as(rule).isEmpty();
        }
    }

    /** The next one is further away than the library looks: the one before it must not be lost. */
    @Test
    void aWindowThatIsFollowedByNoneForDecadesIsTold() {
        WindowCalendar calendar =
                ACalendar.of("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=TU", LOS_ANGELES, "15:00", HOUR);

        assertThat(calendar.endingAfter(Instant.parse("2028-01-01T00:00:00Z")))
                .extracting(Occurrence::planned)
                .containsExactly(LocalDate.of(2028, 2, 29));
    }

    @Test
    void askedAboutAMomentBeyondTheLibrarysYearsThereIsNoWindow() {
        assertThat(ACalendar.of("FREQ=DAILY", LOS_ANGELES, "15:00", HOUR)
                        .endingAfter(Instant.parse("+12000-01-01T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=DAILY                                  | 15:00 | PT1H   | every day 15:00 (America/Santiago), 1 hour
            FREQ=WEEKLY;BYDAY=TH                        | 15:00 | PT3H   | every Thursday 15:00 (America/Santiago), 3 hours
            FREQ=WEEKLY;BYDAY=MO,TH                     | 09:30 | PT30M  | every Monday, Thursday 09:30 (America/Santiago), 30 minutes
            FREQ=WEEKLY;INTERVAL=2;BYDAY=TH             | 15:00 | PT90M  | every second Thursday 15:00 (America/Santiago), 1 hour 30 minutes
            FREQ=MONTHLY;BYDAY=1WE                      | 14:00 | PT3H   | the first Wednesday of every month 14:00 (America/Santiago), 3 hours
            FREQ=MONTHLY;BYDAY=-1SU                     | 14:00 | P1D    | the last Sunday of every month 14:00 (America/Santiago), 24 hours
            FREQ=WEEKLY;BYDAY=TH;UNTIL=20301231         | 15:00 | PT3H   | FREQ=WEEKLY;BYDAY=TH;UNTIL=20301231, 15:00 America/Santiago, 3 hours
            FREQ=YEARLY;BYMONTH=1;BYDAY=MO;BYSETPOS=-1  | 15:00 | PT3H   | FREQ=YEARLY;BYMONTH=1;BYDAY=MO;BYSETPOS=-1, 15:00 America/Santiago, 3 hours
            """)
    void aCalendarIsSaidInWordsWhereThatIsEasier(String rule, String start, Duration duration, String words) {
        assertThat(ACalendar.of(rule, SANTIAGO, start, duration).words()).isEqualTo(words);
    }

    @Test
    void aWindowsKeyIsItsCalendarAndPlannedDate() {
        assertThat(ACalendar.of("FREQ=DAILY", SANTIAGO, "15:00", HOUR).on(LocalDate.of(2026, 1, 2)))
                .map(occurrence -> occurrence.id().text())
                .contains("tested/2026-01-02");
    }

    @Test
    void whatCannotBeACalendarIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ACalendar.of("FREQ=DAILY", SANTIAGO, "15:00", Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ACalendar.of("FREQ=DAILY", SANTIAGO, "15:00", HOUR.negated()));
        assertThatThrownBy(() -> ACalendar.of("FREQ=HOURLY", SANTIAGO, "15:00", HOUR))
                .hasMessageStartingWith("'FREQ=HOURLY' tells times");
        Instant moment = Instant.parse("2026-01-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Occurrence("tested", LocalDate.of(2026, 1, 1), moment, moment));
    }

    private static Duration lengthOf(WindowCalendar calendar, String planned) {
        Occurrence window = calendar.on(LocalDate.parse(planned)).orElseThrow();
        return Duration.between(window.start(), window.end());
    }
}
