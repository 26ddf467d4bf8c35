package org.syncgate.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PausesTests {

    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Pauses pauses = new Pauses(List.of(SHORT, LONG));

    @Test
    void eachFailedTryHasItsPause() {
        assertThat(pauses.after(1)).isEqualTo(SHORT);
        assertThat(pauses.after(2)).isEqualTo(LONG);
        assertThat(pauses.longest()).isEqualTo(LONG);
    }

    @Test
    void thereIsOneTryMoreThanPauses() {
        assertThat(pauses.areOverAfter(2)).isFalse();
        assertThat(pauses.areOverAfter(3)).isTrue();
    }

    @Test
    void noPauseAtAllIsRefused() {
        assertThatThrownBy(() -> new Pauses(List.of())).hasMessage("there is no pause; name at least one, like 10s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void aPauseOfNothingIsRefused(Duration nothing) {
        assertThatThrownBy(() -> new Pauses(List.of(SHORT, nothing)))
                .hasMessage("a pause has to be longer than nothing, but one is " + nothing);
    }

    @Test
    void aPauseThatIsShorterThanTheOneBeforeItIsRefused() {
        assertThatThrownBy(() -> new Pauses(List.of(SHORT, LONG, SHORT)))
                .hasMessage("no pause may be shorter than the one before it, but after PT1M comes PT10S");
    }

    @Test
    void aPauseMayBeAsLongAsTheOneBeforeIt() {
        assertThat(new Pauses(List.of(SHORT, LONG, LONG)).after(3)).isEqualTo(LONG);
    }
}
