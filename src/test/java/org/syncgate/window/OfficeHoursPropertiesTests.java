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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the office hours: held against what the place's clocks show, five minutes by five minutes. */
class OfficeHoursPropertiesTests {

    private static final int STEP = 5;

    private static final List<String> ZONES = List.of(
            "America/Los_Angeles",
            "America/Santiago",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "Asia/Kathmandu",
            "America/St_Johns");

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void noMomentOutOfHoursIsShownAsOneOfTheOffice(
            @ForAll("hours") OfficeHours hours, @ForAll("moments") Instant from, @ForAll("lengths") Duration length) {
        if (hours.isOutOfHours(from, from.plus(length))) {
            assertThat(steps(from, length)).noneMatch(moment -> showsOffice(hours, moment));
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsNotOutOfHoursShowsTheOfficeOrLiesBetweenTwoTimesThatTheClocksShowTwice(
            @ForAll("hours") OfficeHours hours, @ForAll("moments") Instant from, @ForAll("lengths") Duration length) {
        if (!hours.isOutOfHours(from, from.plus(length))) {
            assertThat(steps(from, length))
                    .anyMatch(moment -> showsOffice(hours, moment) || isDoubtful(hours.zone(), moment));
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theNextTimeOutOfHoursIsOutOfHoursAndThereIsNoneBefore(
            @ForAll("hours") OfficeHours hours, @ForAll("moments") Instant from, @ForAll("lengths") Duration length) {
        Optional<Instant> next = hours.nextOutOfHours(from, length);

        next.ifPresent(found -> {
            assertThat(found).isAfterOrEqualTo(from);
            assertThat(hours.isOutOfHours(found, found.plus(length))).isTrue();
        });
        Instant until = next.orElse(from.plus(30, ChronoUnit.DAYS));
        assertThat(Stream.iterate(from, before -> before.isBefore(until), before -> before.plus(STEP, MINUTES)))
                .noneMatch(before -> hours.isOutOfHours(before, before.plus(length)));
    }

    private static final ChronoUnit MINUTES = ChronoUnit.MINUTES;

    private static Stream<Instant> steps(Instant from, Duration length) {
        return Stream.iterate(from, moment -> moment.isBefore(from.plus(length)), moment -> moment.plus(STEP, MINUTES));
    }

    private static boolean showsOffice(OfficeHours hours, Instant moment) {
        LocalDateTime shown = LocalDateTime.ofInstant(moment, hours.zone());
        return hours.days().contains(shown.getDayOfWeek())
                && !hours.holidays().contains(shown.toLocalDate())
                && !shown.toLocalTime().isBefore(hours.from())
                && shown.toLocalTime().isBefore(hours.to());
    }

    private static boolean isDoubtful(ZoneId zone, Instant moment) {
        LocalDateTime shown = LocalDateTime.ofInstant(moment, zone);
        return zone.getRules().getValidOffsets(shown).size() > 1;
    }

    @Provide
    Arbitrary<OfficeHours> hours() {
        Arbitrary<LocalTime> times = Arbitraries.integers()
                .between(0, 287)
                .map(slot -> LocalTime.of(0, 0).plusMinutes(slot * 5L));
        return Combinators.combine(
                        Arbitraries.of(ZONES).map(ZoneId::of),
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1),
                        times.list().uniqueElements().ofSize(2),
                        holidays())
                .as((zone, days, both, holidays) -> {
                    boolean ordered = both.get(0).isBefore(both.get(1));
                    return new OfficeHours(zone, days, both.get(ordered ? 0 : 1), both.get(ordered ? 1 : 0), holidays);
                });
    }

    /** Near the changes of the clocks of 2026, and of 2010, when St John's changed its own at a minute past midnight. */
    @Provide
    Arbitrary<Instant> moments() {
        return Combinators.combine(
                        Arbitraries.of(
                                "2026-03-08", "2026-04-05", "2026-09-06", "2026-10-04", "2026-11-01", "2010-11-07"),
                        Arbitraries.integers().between(-600, 600))
                .as((date, slot) -> LocalDate.parse(date)
                        .atStartOfDay(ZoneId.of("UTC"))
                        .toInstant()
                        .plus(slot * (long) STEP, MINUTES));
    }

    @Provide
    Arbitrary<Duration> lengths() {
        return Arbitraries.integers().between(1, 400).map(slot -> Duration.ofMinutes(slot * (long) STEP));
    }

    private static Arbitrary<Set<LocalDate>> holidays() {
        return Arbitraries.integers()
                .between(60, 320)
                .map(day -> LocalDate.ofYearDay(2026, day))
                .set()
                .ofMaxSize(20);
    }
}
