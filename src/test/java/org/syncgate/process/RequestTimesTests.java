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
                        Duration.ofDays(7),
                        Duration.ofMinutes(1),
                        Duration.ofDays(1),
                        Duration.ofHours(4),
                        Duration.ofDays(3),
                        Duration.ofHours(4),
                        Duration.ofDays(3),
                        Duration.ofHours(4),
                        Duration.ofDays(3),
                        Duration.ofDays(30)));
    }

    @Test
    void whatSomebodyConfiguresIsTaken() {
        assertThat(bound(Map.of(
                        "syncgate.request.expiry", "9d",
                        "syncgate.request.judge-again", "2m",
                        "syncgate.request.wait-reminder", "2d",
                        "syncgate.request.approval-reminder", "1h",
                        "syncgate.request.approval-expiry", "5h",
                        "syncgate.request.failure-reminder", "2h",
                        "syncgate.request.failure-expiry", "6h",
                        "syncgate.request.decision-reminder", "3h",
                        "syncgate.request.decision-expiry", "7h",
                        "syncgate.request.coordination-expiry", "40d")))
                .isEqualTo(new RequestTimes(
                        Duration.ofDays(9),
                        Duration.ofMinutes(2),
                        Duration.ofDays(2),
                        Duration.ofHours(1),
                        Duration.ofHours(5),
                        Duration.ofHours(2),
                        Duration.ofHours(6),
                        Duration.ofHours(3),
                        Duration.ofHours(7),
                        Duration.ofDays(40)));
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
        "syncgate.request.failure-expiry, -1s",
        "syncgate.request.wait-reminder, 0s",
        "syncgate.request.wait-reminder, -1s",
        "syncgate.request.approval-reminder, 0s",
        "syncgate.request.approval-reminder, -1s",
        "syncgate.request.approval-expiry, 0s",
        "syncgate.request.approval-expiry, -1s",
        "syncgate.request.decision-reminder, 0s",
        "syncgate.request.decision-reminder, -1s",
        "syncgate.request.decision-expiry, 0s",
        "syncgate.request.decision-expiry, -1s",
        "syncgate.request.coordination-expiry, 0s",
        "syncgate.request.coordination-expiry, -1s"
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

    @ParameterizedTest
    @CsvSource({
        "wait-reminder, 7d, expiry, 7d",
        "wait-reminder, 8d, expiry, 7d",
        "approval-reminder, 3d, approval-expiry, 3d",
        "approval-reminder, 4d, approval-expiry, 3d",
        "decision-reminder, 3d, decision-expiry, 3d",
        "decision-reminder, 4d, decision-expiry, 3d",
        "decision-reminder, 2d, coordination-expiry, 1d"
    })
    void eachReminderHasToComeBeforeItsEnd(String reminder, String after, String expiry, String until) {
        assertThatThrownBy(
                        () -> bound(Map.of("syncgate.request." + reminder, after, "syncgate.request." + expiry, until)))
                .rootCause()
                .hasMessage("syncgate.request." + reminder + " has to be shorter than syncgate.request." + expiry
                        + ", or nobody is reminded in time");
    }

    private static RequestTimes bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("syncgate.request", RequestTimes.class);
    }
}
