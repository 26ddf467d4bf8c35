package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.gate.Refusal.Ruling;

class JudgementTests {

    private static final Refusal WAIT = Refusal.waits("A window is shut.");
    private static final Refusal VOID = Refusal.voids("The source has changed.");
    private static final Refusal FINAL = Refusal.ends("It is gone.");

    @ParameterizedTest
    @CsvSource({
        "WAIT, WAIT, WAIT",
        "WAIT, VOID, VOID",
        "VOID, WAIT, VOID",
        "VOID, FINAL, FINAL",
        "FINAL, VOID, FINAL",
        "FINAL, WAIT, FINAL"
    })
    void theWeightiestRulingWinsInWhateverOrder(Ruling first, Ruling second, Ruling winner) {
        assertThat(new Judgement.Refused(List.of(new Refusal(first, "a"), new Refusal(second, "b"))).ruling())
                .isEqualTo(winner);
    }

    @Test
    void allReasonsReadInARow() {
        assertThat(new Judgement.Refused(List.of(WAIT, VOID, FINAL)).words())
                .isEqualTo("A window is shut. The source has changed. It is gone.");
    }

    @Test
    void nobodyIsRefusedWithoutAReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Judgement.Refused(List.of()));
    }
}
