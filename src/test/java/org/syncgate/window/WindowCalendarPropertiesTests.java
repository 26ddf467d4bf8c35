package org.syncgate.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the rule, the zone, the times and the moment of asking; the dates are held against java.time alone. */
class WindowCalendarPropertiesTests {

    /** In most of them clocks change: by an hour, by half an hour, at midnight, in the one hemisphere and the other. */
    private static final List<String> ZONES = List.of(
            "America/Los_Angeles",
            "America/Santiago",
            "Australia/Lord_Howe",
            "Europe/Dublin",
            "Africa/Cairo",
            "Asia/Beirut",
            "Asia/Kathmandu");

    /** A rule, and whether a date is one of it, by a computation of our own. */
    private record Rule(String text, Predicate<LocalDate> holds) {

        @Override
        public String toString() {
            return text;
        }
    }

    private record Case(Rule rule, LocalDate from, Set<LocalDate> exceptions, WindowCalendar calendar) {

        boolean planned(LocalDate date) {
            return !date.isBefore(from) && rule.holds().test(date) && !exceptions.contains(date);
        }

        @Override
        public String toString() {
            return calendar.toString();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void windowsAreOnTheDatesThatTheRuleTellsAndOnNoOther(@ForAll("cases") Case given, @ForAll("moments") Instant now) {
        LocalDate today = now.atZone(given.calendar().zone()).toLocalDate();
        Set<LocalDate> told = new HashSet<>(given.calendar()
                .endingAfter(now)
                .map(Occurrence::planned)
                .takeWhile(date -> date.isBefore(today.plusDays(400)))
                .toList());
        for (LocalDate date = today.plusDays(1); date.isBefore(today.plusDays(400)); date = date.plusDays(1)) {
            assertThat(told.contains(date)).as("%s", date).isEqualTo(given.planned(date));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatEndsAfterAMomentIsWhatIsOnTheDatesAndHasNotEnded(
            @ForAll("cases") Case given, @ForAll("moments") Instant now) {
        WindowCalendar calendar = given.calendar();
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        List<Occurrence> byDate = Stream.iterate(today.minusDays(8), date -> date.plusDays(1))
                .limit(100)
                .flatMap(date -> calendar.on(date).stream())
                .filter(window -> window.end().isAfter(now))
                .toList();

        assertThat(calendar.endingAfter(now).limit(byDate.size())).isEqualTo(byDate);
        assertThat(calendar.endingAfter(now).skip(byDate.size()).findFirst())
                .hasValueSatisfying(next -> assertThat(next.planned()).isAfterOrEqualTo(today.plusDays(92)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theOrderIsThatOfTheStartsAndEachHasALength(@ForAll("cases") Case given, @ForAll("moments") Instant now) {
        List<Occurrence> windows = given.calendar().endingAfter(now).limit(400).toList();

        assertThat(windows).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
        assertThat(windows).extracting(occurrence -> occurrence.id().text()).doesNotHaveDuplicates();
        assertThat(windows).allSatisfy(window -> {
            assertThat(window.end()).isAfter(window.start()).isAfter(now);
            assertThat(given.calendar().on(window.planned())).contains(window);
        });
    }

    /** The clocks are asked in the simplest way: what do they show, minute by minute? */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theClocksShowTheStartAndTheEndForTheFirstTime(@ForAll("cases") Case given, @ForAll("moments") Instant now) {
        WindowCalendar calendar = given.calendar();
        calendar.endingAfter(now).limit(200).forEach(window -> {
            LocalDateTime start = window.planned().atTime(calendar.start());
            if (leaptOver(start, calendar.zone())) {
                assertThat(shown(window.start(), calendar.zone())).isAfter(start);
            } else {
                assertShownFirst(start, window.start(), calendar.zone());
                LocalDateTime end = start.plus(calendar.duration());
                if (!leaptOver(end, calendar.zone())) {
                    assertShownFirst(end, window.end(), calendar.zone());
                }
            }
        });
    }

    private static void assertShownFirst(LocalDateTime local, Instant moment, ZoneId zone) {
        assertThat(shown(moment, zone)).isEqualTo(local);
        assertThat(List.of(30, 60))
                .allSatisfy(minutes -> assertThat(shown(moment.minus(minutes, ChronoUnit.MINUTES), zone))
                        .isNotEqualTo(local));
    }

    private static LocalDateTime shown(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    private static boolean leaptOver(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).isEmpty();
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2019-12-01T00:00:00Z").getEpochSecond() / 60,
                        Instant.parse("2045-01-01T00:00:00Z").getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<LocalDate> froms = Arbitraries.integers().between(0, 60).map(ACalendar.FROM::plusDays);
        return froms.flatMap(from -> Combinators.combine(
                        rules(from),
                        exceptions(),
                        Arbitraries.of(ZONES).map(ZoneId::of),
                        // clocks change between 23:00 and 03:30
                        Arbitraries.integers().between(-2, 8).map(half -> LocalTime.MIDNIGHT.plusMinutes(half * 30L)),
                        Arbitraries.integers().between(1, 46).map(half -> Duration.ofMinutes(half * 30L)))
                .as((rule, exceptions, zone, start, duration) -> new Case(
                        rule,
                        from,
                        exceptions,
                        ACalendar.of(new Recurrence(rule.text(), from, exceptions), zone, start, duration))));
    }

    private static Arbitrary<Set<LocalDate>> exceptions() {
        return Arbitraries.integers()
                .between(0, 9_000)
                .map(ACalendar.FROM::plusDays)
                .set()
                .ofMaxSize(40);
    }

    private static Arbitrary<Rule> rules(LocalDate from) {
        Arbitrary<Integer> intervals = Arbitraries.integers().between(1, 5);
        Arbitrary<DayOfWeek> days = Arbitraries.of(DayOfWeek.class);
        return Arbitraries.oneOf(
                intervals.map(interval -> daily(from, interval)),
                Combinators.combine(intervals, days.set().ofMinSize(1)).as((n, some) -> weekly(from, n, some)),
                Combinators.combine(intervals, days, Arbitraries.of(1, 2, 3, 4, 5, -1, -2))
                        .as((n, day, ordinal) -> monthly(from, n, day, ordinal)));
    }

    private static Rule daily(LocalDate from, int interval) {
        return new Rule("FREQ=DAILY;INTERVAL=" + interval, date -> ChronoUnit.DAYS.between(from, date) % interval == 0);
    }

    private static Rule weekly(LocalDate from, int interval, Set<DayOfWeek> days) {
        String codes = new TreeSet<>(days)
                .stream().map(WindowCalendarPropertiesTests::code).collect(Collectors.joining(","));
        LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Rule(
                "FREQ=WEEKLY;INTERVAL=" + interval + ";BYDAY=" + codes,
                date -> days.contains(date.getDayOfWeek()) && ChronoUnit.WEEKS.between(monday, date) % interval == 0);
    }

    private static Rule monthly(LocalDate from, int interval, DayOfWeek day, int ordinal) {
        return new Rule(
                "FREQ=MONTHLY;INTERVAL=" + interval + ";BYDAY=" + ordinal + code(day),
                date -> date.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day))
                                .equals(date)
                        && ChronoUnit.MONTHS.between(from.withDayOfMonth(1), date.withDayOfMonth(1)) % interval == 0);
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
