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

class BypassTimesTests {

    @Test
    void whatNobodyConfiguresHasADefaultAndWhatSomebodyConfiguresIsTaken() {
        assertThat(bound(Map.of())).isEqualTo(new BypassTimes(Duration.ofDays(1), Duration.ofDays(21)));
        assertThat(bound(Map.of("syncgate.bypass.reminder", "2h", "syncgate.bypass.expiry", "3d")))
                .isEqualTo(new BypassTimes(Duration.ofHours(2), Duration.ofDays(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "0s, 3d, syncgate.bypass.reminder has to be longer than nothing",
        "1d, -1s, syncgate.bypass.expiry has to be longer than nothing",
        "3d, 3d, syncgate.bypass.reminder has to be shorter than syncgate.bypass.expiry"
    })
    void timesThatNobodyCanMeanAreRefusedByTheirProperty(String reminder, String expiry, String why) {
        assertThatThrownBy(() -> bound(Map.of("syncgate.bypass.reminder", reminder, "syncgate.bypass.expiry", expiry)))
                .rootCause()
                .hasMessageContaining(why);
    }

    private static BypassTimes bound(Map<String, Object> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("syncgate.bypass", BypassTimes.class);
    }
}
