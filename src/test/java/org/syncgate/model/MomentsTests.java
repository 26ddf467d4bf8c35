package org.syncgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MomentsTests {

    private static final Instant NEW_YEARS_EVE = Instant.parse("2026-12-31T23:59:59.999Z");

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void theMachineIsAsItWas() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void timesAreInUtcAndSaySo() {
        assertThat(Moments.time(NEW_YEARS_EVE)).isEqualTo("31 Dec 2026 23:59 UTC");
        assertThat(Moments.exactTime(NEW_YEARS_EVE)).isEqualTo("31 Dec 2026 23:59:59 UTC");
        assertThat(Moments.day(NEW_YEARS_EVE)).isEqualTo("31 Dec 2026");
    }

    @Test
    void oneDigitIsEnoughForADayAndNotForAnHour() {
        assertThat(Moments.time(Instant.parse("2026-01-02T03:04:00Z"))).isEqualTo("2 Jan 2026 03:04 UTC");
    }

    @Test
    void theMachinesZoneAndLanguageChangeNothing() {
        Locale.setDefault(Locale.GERMANY);
        TimeZone.setDefault(TimeZone.getTimeZone("America/Santiago"));

        assertThat(Moments.time(NEW_YEARS_EVE)).isEqualTo("31 Dec 2026 23:59 UTC");
        assertThat(Moments.day(NEW_YEARS_EVE)).isEqualTo("31 Dec 2026");
    }
}
