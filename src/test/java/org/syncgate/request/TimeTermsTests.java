package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TimeTermsTests {

    @Test
    void whatNobodyConfiguresHasADefaultAndWhatSomebodyConfiguresIsTaken() {
        assertThat(bound(Map.of())).isEqualTo(new TimeTerms(Duration.ofHours(2), Duration.ofHours(1)));
        assertThat(bound(Map.of("syncgate.request.slot", "45m", "syncgate.request.announcing", "20m")))
                .isEqualTo(new TimeTerms(Duration.ofMinutes(45), Duration.ofMinutes(20)));
    }

    @ParameterizedTest
    @CsvSource({
        "syncgate.request.slot, 0s",
        "syncgate.request.slot, -1s",
        "syncgate.request.announcing, 0s",
        "syncgate.request.announcing, -1s"
    })
    void aTimeOfNothingIsRefusedByTheNameOfItsProperty(String property, String value) {
        assertThatThrownBy(() -> bound(Map.of(property, value)))
                .rootCause()
                .hasMessageStartingWith(property + " has to be longer than nothing, but is ");
    }

    private static TimeTerms bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("syncgate.request", TimeTerms.class);
    }
}
