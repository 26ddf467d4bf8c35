package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.gate.Refusal.Ruling;
import org.syncgate.request.Outcome;

class JudgementTests {

    private static final Refusal WAIT = Refusal.waits("A window is shut.");
    private static final Refusal VOID = Refusal.voids("The source has changed.");
    private static final Refusal FINAL = Refusal.ends("It is gone.");
    private static final Refusal OVERTAKEN = Refusal.overtaken("Somebody was faster.");

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
        assertThat(new Judgement.Refused(List.of(refusal(first), refusal(second))).ruling())
                .isEqualTo(winner);
    }

    private static Refusal refusal(Ruling ruling) {
        return switch (ruling) {
            case WAIT -> WAIT;
            case VOID -> VOID;
            case FINAL -> FINAL;
        };
    }

    @Test
    void thereIsNoOutcomeUnlessSomethingIsFinal() {
        assertThat(new Judgement.Refused(List.of(WAIT, VOID)).outcome()).isEmpty();
        assertThat(new Judgement.Refused(List.of(VOID, FINAL, WAIT)).outcome()).contains(Outcome.REFUSED);
    }

    @Test
    void thatSomebodyHasDeployedItOutsideSaysMoreThanThatItIsRefused() {
        assertThat(new Judgement.Refused(List.of(FINAL, OVERTAKEN)).outcome()).contains(Outcome.DEPLOYED_OUTSIDE);
        assertThat(new Judgement.Refused(List.of(OVERTAKEN, FINAL)).outcome()).contains(Outcome.DEPLOYED_OUTSIDE);
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
