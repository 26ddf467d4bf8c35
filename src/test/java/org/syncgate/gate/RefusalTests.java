package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.gate.Refusal.Ruling;
import org.syncgate.request.Outcome;

class RefusalTests {

    @Test
    void aFinalOneSaysHowTheRequestEnds() {
        assertThat(Refusal.ends("It is gone.").outcome()).contains(Outcome.REFUSED);
        assertThat(Refusal.overtaken("Somebody was faster.").outcome()).contains(Outcome.DEPLOYED_OUTSIDE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refusal(Ruling.FINAL, "It is gone.", Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FINAL")
    void anyOtherEndsNothing(Ruling ruling) {
        assertThat(new Refusal(ruling, "Not yet.", Optional.empty()).outcome()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refusal(ruling, "Not yet.", Optional.of(Outcome.REFUSED)));
    }

    @Test
    void aRefusalHasAReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> Refusal.waits(" "));
    }
}
