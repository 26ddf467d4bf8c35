package org.syncgate.journey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.model.ApplicationId;

/** Applications that by the practice nobody can ask for, or not yet. */
class RefusedPracticesIT extends Refusals {

    @Test
    void whatDeploysItselfByThePracticeIsRefusedAndSaysWhatToDoWhereItDoesNot() {
        ApplicationId mobu = new ApplicationId("minikube", "mobu");

        assertRefused(mobu, wish(mobu))
                .contains("automatic", "nobody has to ask")
                .contains("auto-sync is switched off for minikube/mobu", "switch it on in Argo CD");
    }

    @ParameterizedTest
    @CsvSource({
        "idfint, sasquatch, science bleed for efd",
        "roundtable-prod, squash, science bleed for squash",
    })
    void whatThePracticeDoesNotHaveIsRefused(String from, String seeded, String cell) {
        ApplicationId application = copyInto("minikube", from, seeded);

        assertRefused(application, wish(application)).contains("The practice has no " + cell, "N/A");
    }

    @Test
    void whatIsOnNoRowOfThePracticeIsRefused() {
        ApplicationId application = copyInto("elsewhere", "idfdev", "gafaelfawr");

        assertRefused(application, wish(application))
                .contains("The practice does not say how to deploy other in laboratory dev", "administrator");
    }

    @ParameterizedTest
    @CsvSource({
        "idfint/nublado, none, science-platform in science int, courtesy notice",
        "idfprod/portal, none, science-platform in science prod, release manager's okay",
        "idfprod/portal, extended, science-platform in science prod, out of hours",
        "tucson-teststand/sasquatch, none, efd in telescope int, in a maintenance window",
        "summit/narrativelog, expected, science-platform in telescope prod, in a maintenance window",
        "roundtable-prod/ook, expected, roundtable in roundtable prod, in a maintenance window",
        "community/discourse, expected, community in community prod, out of hours",
    })
    void aPathThatIsNotBuiltYetIsRefusedInPlainWords(String name, String disruption, String cell, String path) {
        ApplicationId application = ApplicationId.parse(name).orElseThrow();

        assertRefused(application, with(application, "disruption", disruption))
                .contains("The practice for " + cell + " is: " + path, "cannot walk that path yet");
    }
}
