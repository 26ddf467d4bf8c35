package org.syncgate.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is refused at the start because of the time it is: the last hours of 2025 in Pacific time. */
@ExtendWith(OutputCaptureExtension.class)
class CalendarsStartTests {

    @Test
    void aSoundConfigurationStarts() {
        start();
    }

    @Test
    void whatIsWrittenWronglyIsRefused(CapturedOutput output) {
        refused("syncgate.calendars[1].zone=Chile");

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Property: syncgate.calendars[1].zone")
                .contains("Reason: 'Chile' is no zone: write one like America/Santiago");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;BYDAY=TH;UNTIL=20251225",
                "FREQ=WEEKLY;BYDAY=TH;COUNT=52",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=20",
                "FREQ=YEARLY;INTERVAL=50"
            })
    void aRuleWithoutAWindowToComeIsRefused(String rule, CapturedOutput output) {
        refused("syncgate.calendars[1].rule=" + rule);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Invalid value '" + rule + "' for configuration property 'syncgate.calendars[1].rule'")
                .contains("There is no window within ten years from now: write a rule whose days exist, that has not"
                        + " ended, and whose dates are not all exceptions.");
    }

    @Test
    void aCalendarAllOfWhoseDatesAreExceptionsIsRefused(CapturedOutput output) {
        refused(
                "syncgate.calendars[1].rule=FREQ=WEEKLY;BYDAY=TH;UNTIL=20260110",
                "syncgate.calendars[1].exceptions=2026-01-01,2026-01-08");

        assertThat(output).contains("There is no window within ten years from now");
    }

    /** It is 16:00 there, of the last of December. */
    @Test
    void aRuleIsNotOverWhileItsLastWindowIsUnderWay() {
        start("syncgate.calendars[1].rule=FREQ=DAILY;UNTIL=20251231", "syncgate.calendars[1].start=13:01");
        refused("syncgate.calendars[1].rule=FREQ=DAILY;UNTIL=20251231", "syncgate.calendars[1].start=13:00");
    }

    @Test
    void windowsThatOverlapAreRefused(CapturedOutput output) {
        refused("syncgate.calendars[1].rule=FREQ=DAILY", "syncgate.calendars[1].duration=25h");

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Invalid value '25h' for configuration property 'syncgate.calendars[1].duration'")
                .contains("The window of 2025-12-31 would not be over when that of 2026-01-01 starts: write a shorter"
                        + " duration, or a rule with fewer windows.");
    }

    /** 28 days from one first Wednesday to the next are the fewest; from January to February 2026 it is so. */
    @Test
    void windowsThatOverlapInSomeMonthsOnlyAreRefused(CapturedOutput output) {
        start("syncgate.calendars[0].duration=28d");
        refused("syncgate.calendars[0].duration=673h");

        assertThat(output).contains("The window of 2026-01-07 would not be over when that of 2026-02-04 starts");
    }

    @Test
    void aWindowMayStartWhereTheOneBeforeItEnds() {
        start("syncgate.calendars[1].rule=FREQ=DAILY", "syncgate.calendars[1].duration=24h");
    }

    private static void refused(String... changed) {
        assertThatThrownBy(() -> start(changed)).isNotNull();
    }

    /** Spring Boot replaces lists as a whole, hence all of it as arguments. */
    private static void start(String... changed) {
        Map<String, String> properties = Stream.concat(CalendarFaultsTests.SOUND.stream(), Stream.of(changed))
                .map(property -> property.split("=", 2))
                .collect(Collectors.toMap(property -> property[0], property -> property[1], (sound, other) -> other));
        new SpringApplicationBuilder(ShippedCalendarsTests.CalendarsOnly.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.location=optional:classpath:/none/", "spring.main.banner-mode=off")
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new))
                .close();
    }
}
