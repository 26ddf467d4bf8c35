package org.syncgate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTests {

    private static final ApplicationId TAP = new ApplicationId("idfdev", "tap");

    @Test
    void anAgreementOnNothingIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Agreement(TAP, List.of("a"), List.of(), "{}"))
                .withMessageContaining("idfdev/tap");
    }

    @Test
    void whatHasNeverBeenDeployedCanBeAgreedOn() {
        Agreement agreement = new Agreement(TAP, List.of(), List.of("a"), "{}");

        assertThat(agreement.deployed()).isEmpty();
    }

    @Test
    void nobodyChangesItAfterwards() {
        List<String> deployed = new ArrayList<>(List.of("a"));
        List<String> target = new ArrayList<>(List.of("b"));
        Agreement agreement = new Agreement(TAP, deployed, target, "{}");

        deployed.add("x");
        target.clear();

        assertThat(agreement).isEqualTo(new Agreement(TAP, List.of("a"), List.of("b"), "{}"));
    }
}
