package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RequestTimesTests {

    @Test
    void whatNobodyConfiguresHasADefault() {
        assertThat(bound(Map.of()))
                .isEqualTo(new RequestTimes(
                        Duration.ofDays(7), Duration.ofMinutes(1), Duration.ofHours(4), Duration.ofDays(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "syncgate.request.expiry, 0s",
        "syncgate.request.expiry, -1s",
        "syncgate.request.judge-again, 0s",
        "syncgate.request.judge-again, -1s",
        "syncgate.request.failure-reminder, 0s",
        "syncgate.request.failure-reminder, -1s",
        "syncgate.request.failure-expiry, 0s",
        "syncgate.request.failure-expiry, -1s"
    })
    void aTimeOfNothingIsRefusedByTheNameOfItsProperty(String property, String value) {
        assertThatThrownBy(() -> bound(Map.of(property, value)))
                .rootCause()
                .hasMessageStartingWith(property + " has to be longer than nothing, but is ");
    }

    @ParameterizedTest
    @CsvSource({"3d, 3d", "4d, 3d", "1h, 1h"})
    void aReminderThatWouldComeTooLateIsRefused(String reminder, String expiry) {
        assertThatThrownBy(() -> bound(Map.of(
                        "syncgate.request.failure-reminder", reminder, "syncgate.request.failure-expiry", expiry)))
                .rootCause()
                .hasMessage("syncgate.request.failure-reminder has to be shorter than syncgate.request.failure-expiry,"
                        + " or nobody is reminded in time");
    }

    private static RequestTimes bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("syncgate.request", RequestTimes.class);
    }
}
