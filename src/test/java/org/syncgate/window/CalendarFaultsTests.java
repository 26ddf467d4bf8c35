package org.syncgate.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What a person reads who wrote something wrong: the property, and what to write instead. */
class CalendarFaultsTests {

    /** Also for {@link CalendarsStartTests}. */
    static final List<String> SOUND = List.of(
            "syncgate.calendars[0].name=telescope",
            "syncgate.calendars[0].rule=FREQ=MONTHLY;BYDAY=1WE",
            "syncgate.calendars[0].zone=America/Santiago",
            "syncgate.calendars[0].start=14:00",
            "syncgate.calendars[0].duration=3h",
            "syncgate.calendars[0].channels[0]=#com-square",
            "syncgate.calendars[1].name=weekly",
            "syncgate.calendars[1].rule=FREQ=WEEKLY;BYDAY=TH",
            "syncgate.calendars[1].zone=America/Los_Angeles",
            "syncgate.calendars[1].start=15:00",
            "syncgate.calendars[1].duration=3h",
            "syncgate.calendars[1].channels[0]=#com-square",
            "syncgate.deployments[0].name=science",
            "syncgate.deployments[0].calendar=weekly",
            "syncgate.deployments[1].name=telescope",
            "syncgate.deployments[1].calendar=telescope",
            "syncgate.deployments[1].environments[0]=base",
            "syncgate.deployments[1].environments[1]=summit",
            "syncgate.deployments[1].office-hours.zone=America/Santiago",
            "syncgate.deployments[1].office-hours.days[0]=MON",
            "syncgate.deployments[1].office-hours.from=08:00",
            "syncgate.deployments[1].office-hours.to=18:00");

    private final ApplicationContextRunner sound = with(SOUND.stream());

    @Test
    void aSoundConfigurationStartsAndWhatMayBeLeftOutHasItsDefaults() {
        sound.run(context -> {
            assertThat(context).hasNotFailed();
            Calendars calendars = context.getBean(Calendars.class);
            assertThat(calendars.of("science")).hasValueSatisfying(weekly -> {
                assertThat(weekly.recurrence().from()).hasToString("2020-01-01");
                assertThat(weekly.recurrence().exceptions()).isEmpty();
                assertThat(weekly.confirmedBy()).isEmpty();
                assertThat(weekly.leadTime()).hasDays(1);
                assertThat(weekly.atOnce()).isEqualTo(6);
                assertThat(weekly.atOncePerCluster()).isEqualTo(2);
            });
            assertThat(calendars.officeHours("science")).isEmpty();
            assertThat(calendars.environments("science")).isEmpty();
        });
    }

    @Test
    void aPlaceWithoutCalendarsAndDeploymentsHasNone() {
        new ApplicationContextRunner()
                .withUserConfiguration(ShippedCalendarsTests.CalendarsOnly.class)
                .run(context ->
                        assertThat(context.getBean(Calendars.class).all()).isEmpty());
    }

    @Test
    void exceptionsAndHolidaysAreRead() {
        sound.withPropertyValues(
                        "syncgate.calendars[1].exceptions=2026-11-26,2026-12-24",
                        "syncgate.deployments[1].holidays=2026-09-18")
                .run(context -> {
                    Calendars calendars = context.getBean(Calendars.class);
                    assertThat(calendars
                                    .named("weekly")
                                    .orElseThrow()
                                    .recurrence()
                                    .exceptions())
                            .extracting(Object::toString)
                            .containsExactlyInAnyOrder("2026-11-26", "2026-12-24");
                    assertThat(calendars.officeHours("telescope").orElseThrow().holidays())
                            .extracting(Object::toString)
                            .containsExactly("2026-09-18");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    calendars[1].name                     | telescope   | 'telescope' is already the name of syncgate.calendars[0].name
                    calendars[1].name                     |             | is missing: write lower-case words with hyphens, like weekly
                    calendars[1].name                     | Week 1      | 'Week 1' is no name: write lower-case words with hyphens, like weekly
                    calendars[1].rule                     |             | is missing: write when there are windows, like FREQ=WEEKLY;BYDAY=TH
                    calendars[1].rule                     | thursdays   | 'thursdays' is no rule of RFC 5545: write one like FREQ=WEEKLY;BYDAY=TH (
                    calendars[1].rule                     | FREQ=HOURLY | 'FREQ=HOURLY' tells times, but a calendar has one window a day at most: leave BYHOUR, BYMINUTE and BYSECOND out, take FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, and write the time as start
                    calendars[1].rule                     | FREQ=DAILY;BYHOUR=9 | 'FREQ=DAILY;BYHOUR=9' tells times
                    calendars[1].from                     | 2026-02-30  | '2026-02-30' is no date: write it like 2026-12-24
                    calendars[1].zone                     | Chile/Paranal | 'Chile/Paranal' is no zone: write one like America/Santiago
                    calendars[1].zone                     | +02:00      | '+02:00' is no zone
                    calendars[1].zone                     |             | is missing: write one like America/Santiago
                    calendars[1].start                    | 25:00       | '25:00' is no time: write hours and minutes in quotes, like "15:00"
                    calendars[1].start                    | 900         | '900' is no time: write hours and minutes in quotes, like "15:00"
                    calendars[1].start                    | 3pm         | '3pm' is no time
                    calendars[1].start                    |             | is missing: write hours and minutes in quotes, like "15:00"
                    calendars[1].duration                 | 0h          | '0h' is no length of a window: write whole minutes or hours, like 3h or 90m
                    calendars[1].duration                 | -3h         | '-3h' is no length of a window
                    calendars[1].duration                 | 3           | '3' is no length of a window
                    calendars[1].duration                 | 90s         | '90s' is no length of a window
                    calendars[1].duration                 | 400d        | '400d' is no length of a window
                    calendars[1].duration                 | 9999999999999999d | '9999999999999999d' is no length of a window
                    calendars[1].duration                 | 99999999999999999999d | '99999999999999999999d' is no length of a window
                    calendars[1].duration                 | long        | 'long' is no length of a window
                    calendars[1].duration                 |             | is missing: write whole minutes or hours, like 3h or 90m
                    calendars[1].lead-time                | -1d         | '-1d' is no lead time: write how long before its start a window is announced, like 2d
                    calendars[1].lead-time                | 2           | '2' is no lead time
                    calendars[1].lead-time                | 172800000   | '172800000' is no lead time
                    calendars[1].confirmed-by             | the-boss    | 'the-boss' is no group: write one of developers, release-managers, coordinators,
                    calendars[1].channels[0]              | com-square  | 'com-square' is no channel; write it in quotes, like "#com-square", or a private one by its id, like C0123456789
                    calendars[1].at-once                  | 0           | is 0, and nothing would be synced: write a number from 1
                    calendars[1].at-once-per-cluster      | -1          | is -1, and nothing would be synced: write a number from 1
                    calendars[1].exceptions[0]            | Christmas   | 'Christmas' is no date: write it like 2026-12-24
                    deployments[1].name                   | science     | 'science' is already the name of syncgate.deployments[0].name
                    deployments[1].name                   |             | is missing: write what the practice calls it, like science or telescope
                    deployments[1].calendar               | monthly     | 'monthly' is no calendar: write the name of one of syncgate.calendars
                    deployments[1].calendar               |             | is missing: write the name of one of syncgate.calendars
                    deployments[1].environments[0]        | The Summit  | 'The Summit' is no name of a cluster: write one of syncgate.clusters
                    deployments[1].environments[1]        | base        | 'base' is in the order already: leave one of them out
                    deployments[1].office-hours.zone      | Santiago    | 'Santiago' is no zone: write one like America/Santiago
                    deployments[1].office-hours.zone      |             | is missing: write one like America/Santiago
                    deployments[1].office-hours.days[0]   | Monday      | 'Monday' is no day of the week: write one of MON, TUE, WED, THU, FRI, SAT, SUN
                    deployments[1].office-hours.days[0]   | MON-FRI     | 'MON-FRI' is no day of the week
                    deployments[1].office-hours.from      | early       | 'early' is no time: write hours and minutes in quotes, like "15:00"
                    deployments[1].office-hours.to        | 24:00       | '24:00' is no time
                    deployments[1].office-hours.to        | 08:00       | '08:00' is not after 08:00: write when office hours are over on the same day
                    deployments[1].office-hours.to        | 02:00       | '02:00' is not after 08:00
                    deployments[1].holidays[0]            | 18 Sept     | '18 Sept' is no date: write it like 2026-12-24
                    """)
    void aFaultIsNamedByItsPropertyAndSaysWhatToWrite(String property, String value, String sentence) {
        sound.withPropertyValues("syncgate." + property + "=" + (value == null ? "" : value))
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains("Property: syncgate." + property + "\n")
                        .contains("Reason: " + sentence));
    }

    @Test
    void windowsThatNobodyWouldHearOfAreRefused() {
        without("syncgate.calendars[1].channels[0]")
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains("Property: syncgate.calendars[1].channels\n")
                        .contains("Reason: is missing: name at least one channel, or nobody hears of the windows"));
    }

    @Test
    void officeHoursAreAllThereOrLeftOut() {
        without("syncgate.deployments[1].office-hours.days[0]")
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains("Property: syncgate.deployments[1].office-hours.days\n")
                        .contains("Reason: is missing: write days of the week, like MON, or leave office hours out"));
        sound.withPropertyValues("syncgate.deployments[0].office-hours.from=08:00")
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains(
                                "Property: syncgate.deployments[0].office-hours.zone",
                                "Property: syncgate.deployments[0].office-hours.days",
                                "Property: syncgate.deployments[0].office-hours.to"));
    }

    @Test
    void allFaultsOfWhatIsWrittenAreToldAtOnce() {
        sound.withPropertyValues(
                        "syncgate.calendars[0].zone=x",
                        "syncgate.calendars[1].rule=x",
                        "syncgate.deployments[0].calendar=x")
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains(
                                "syncgate.calendars[0].zone",
                                "syncgate.calendars[1].rule",
                                "syncgate.deployments[0].calendar"));
    }

    private static ApplicationContextRunner without(String property) {
        return with(SOUND.stream().filter(written -> !written.startsWith(property + "=")));
    }

    private static ApplicationContextRunner with(Stream<String> properties) {
        return new ApplicationContextRunner()
                .withUserConfiguration(ShippedCalendarsTests.CalendarsOnly.class)
                .withPropertyValues(properties.toArray(String[]::new));
    }

    /** What Spring Boot prints instead of a stack trace. */
    private static String description(Throwable failure) {
        assertThat(failure).hasRootCauseInstanceOf(BindValidationException.class);
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, fault) -> {})
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getDescription)
                .findFirst()
                .orElseThrow();
    }
}
