package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FreezeChannelsTests {

    @Test
    void whereNobodyConfiguresOneFreezesAreAnnouncedInTheCommissioningChannel() {
        assertThat(bound(Map.of()).channels()).containsExactly("#com-square");
    }

    @Test
    void whatSomebodyConfiguresIsTaken() {
        assertThat(bound(Map.of("syncgate.freeze.channels", "#ops,C0123456789")).channels())
                .isEqualTo(List.of("#ops", "C0123456789"));
    }

    @ParameterizedTest
    @CsvSource({"com-square, 'com-square', no channel", "'', syncgate.freeze.channels is empty, nobody might hear"})
    void whereNobodyWouldHearOfAFreezeTheStartIsRefused(String channels, String what, String why) {
        assertThatThrownBy(() -> bound(Map.of("syncgate.freeze.channels", channels)))
                .rootCause()
                .hasMessageContaining(what)
                .hasMessageContaining(why);
    }

    private static FreezeChannels bound(Map<String, Object> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("syncgate.freeze", FreezeChannels.class);
    }
}
