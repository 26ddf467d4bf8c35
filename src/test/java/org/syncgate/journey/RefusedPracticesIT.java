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
    void whatNoServiceNamesIsRefused() {
        ApplicationId application = copyInto("elsewhere", "idfdev", "gafaelfawr");

        assertRefused(application, wish(application))
                .contains(
                        "No configured service names " + application, "administrator", "syncgate.services[…].factors");
    }
}
