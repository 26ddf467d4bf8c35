package org.syncgate.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The windows and office hours of the practice, as Syncgate ships them. */
class ShippedCalendarsTests {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    private final ApplicationContextRunner shipped = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(CalendarsOnly.class);

    @Test
    void theTelescopesWindowsAreConfirmedAndTheOthersAreNot() {
        shipped.run(context -> {
            List<WindowCalendar> all = context.getBean(Calendars.class).all();
            assertThat(all)
                    .extracting(WindowCalendar::name, WindowCalendar::confirmedBy)
                    .containsExactly(
                            tuple("telescope", Optional.of("telescope-configuration-managers")),
                            tuple("weekly", Optional.empty()));
            assertThat(all)
                    .extracting(WindowCalendar::channels)
                    .containsExactly(List.of("#com-square", "#summit-testing-announcements"), List.of("#com-square"));
            assertThat(all)
                    .extracting(WindowCalendar::leadTime)
                    .containsExactly(Duration.ofDays(2), Duration.ofDays(1));
            assertThat(all).allSatisfy(calendar -> {
                assertThat(calendar.duration()).isEqualTo(Duration.ofHours(3));
                assertThat(calendar.atOnce()).isEqualTo(6);
                assertThat(calendar.atOncePerCluster()).isEqualTo(2);
            });
        });
    }

    @Test
    void theCalendarsAreSaidInWords() {
        shipped.run(context -> assertThat(context.getBean(Calendars.class).all())
                .extracting(WindowCalendar::words)
                .containsExactly(
                        "the first Wednesday of every month 14:00 (America/Los_Angeles), 3 hours",
                        "every Thursday 15:00 (America/Los_Angeles), 3 hours"));
    }

    @ParameterizedTest
    @CsvSource({"telescope, telescope", "science, weekly", "roundtable, weekly", "community, weekly"})
    void aDeploymentKeepsToItsCalendar(String deployment, String calendar) {
        shipped.run(context -> assertThat(context.getBean(Calendars.class).of(deployment))
                .map(WindowCalendar::name)
                .contains(calendar));
    }

    @Test
    void theTelescopesClustersFollowOneAnotherAndTheOthersHaveNoOrder() {
        shipped.run(context -> {
            Calendars calendars = context.getBean(Calendars.class);
            assertThat(calendars.environments("telescope")).containsExactly("tucson-teststand", "base", "summit");
            assertThat(calendars.environments("science")).isEmpty();
        });
    }

    @Test
    void aDeploymentThatIsNotConfiguredHasNothing() {
        shipped.run(context -> {
            Calendars calendars = context.getBean(Calendars.class);
            assertThat(calendars.of("partner")).isEmpty();
            assertThat(calendars.officeHours("partner")).isEmpty();
            assertThat(calendars.environments("partner")).isEmpty();
            assertThat(calendars.named("partner")).isEmpty();
        });
    }

    @Test
    void officeHoursAreThoseOfTheDeploymentsOwnPlace() {
        shipped.run(context -> {
            Calendars calendars = context.getBean(Calendars.class);
            assertThat(calendars.officeHours("telescope"))
                    .map(OfficeHours::words)
                    .contains("Monday to Friday 08:00 to 18:00 (America/Santiago)");
            assertThat(List.of("science", "roundtable", "community"))
                    .allSatisfy(deployment -> assertThat(calendars.officeHours(deployment))
                            .map(OfficeHours::words)
                            .contains("Monday to Friday 08:00 to 17:00 (America/Los_Angeles)"));
        });
    }

    /** Independent: the days by java.time's adjusters, and the times by adding local hours. */
    @Test
    void tenYearsOfTheTelescopesWindowsAreTheFirstWednesdays() {
        List<Occurrence> expected = expected(
                "telescope",
                LocalTime.of(14, 0),
                LocalDate.of(2026, 1, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.WEDNESDAY)),
                date -> date.plusMonths(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.WEDNESDAY)));

        assertThat(expected).hasSize(120);
        shipped.run(context -> assertThat(windows(context.getBean(Calendars.class), "telescope"))
                .isEqualTo(expected));
    }

    @Test
    void tenYearsOfTheWeeklyWindowsAreTheThursdays() {
        List<Occurrence> expected = expected(
                "weekly",
                LocalTime.of(15, 0),
                LocalDate.of(2026, 1, 1),
                date -> date.with(TemporalAdjusters.next(DayOfWeek.THURSDAY)));

        assertThat(expected).hasSize(522);
        shipped.run(context ->
                assertThat(windows(context.getBean(Calendars.class), "weekly")).isEqualTo(expected));
    }

    /** 17:00 in Chile's winter, 19:00 in its summer, and 18:00 while only one of the two places has changed its clocks. */
    @Test
    void theTelescopesWindowIsLateAfternoonInChileAndLocalInPacificTime() {
        shipped.run(context -> {
            List<Occurrence> windows = windows(context.getBean(Calendars.class), "telescope");
            assertThat(windows).allSatisfy(window -> {
                assertThat(window.start().atZone(LOS_ANGELES).toLocalTime()).isEqualTo(LocalTime.of(14, 0));
                assertThat(window.end().atZone(LOS_ANGELES).toLocalTime()).isEqualTo(LocalTime.of(17, 0));
            });
            assertThat(windows)
                    .extracting(window -> window.start().atZone(SANTIAGO).getHour())
                    .contains(17, 18, 19)
                    .containsOnly(17, 18, 19);
        });
    }

    private static List<Occurrence> windows(Calendars calendars, String calendar) {
        return calendars.named(calendar).orElseThrow().endingAfter(NOW).toList();
    }

    private static List<Occurrence> expected(
            String calendar, LocalTime start, LocalDate first, UnaryOperator<LocalDate> next) {
        var windows = new ArrayList<Occurrence>();
        for (LocalDate day = first; day.isBefore(LocalDate.of(2036, 1, 1)); day = next.apply(day)) {
            windows.add(new Occurrence(
                    calendar,
                    day,
                    day.atTime(start).atZone(LOS_ANGELES).toInstant(),
                    day.atTime(start.plusHours(3)).atZone(LOS_ANGELES).toInstant()));
        }
        return windows;
    }

    /** No {@code @Configuration}, so that scanning the test classes does not find it. */
    @EnableConfigurationProperties(CalendarProperties.class)
    @Import(ConfiguredCalendars.class)
    static class CalendarsOnly {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }
}
