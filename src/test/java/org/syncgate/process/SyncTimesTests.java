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

class SyncTimesTests {

    @Test
    void whatNobodyConfiguresHasADefault() {
        assertThat(bound(Map.of()))
                .isEqualTo(new SyncTimes(
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "syncgate.sync.pick-up, 0s",
        "syncgate.sync.pick-up, -1s",
        "syncgate.sync.operation, 0s",
        "syncgate.sync.operation, -1s",
        "syncgate.sync.health, 0s",
        "syncgate.sync.health, -1s",
        "syncgate.sync.soak, 0s",
        "syncgate.sync.soak, -1s",
        "syncgate.sync.look-again, 0s",
        "syncgate.sync.look-again, -1s"
    })
    void aTimeOfNothingIsRefusedByTheNameOfItsProperty(String property, String value) {
        assertThatThrownBy(() -> bound(Map.of(property, value)))
                .rootCause()
                .hasMessageStartingWith(property + " has to be longer than nothing, but is ");
    }

    private static SyncTimes bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("syncgate.sync", SyncTimes.class);
    }
}
