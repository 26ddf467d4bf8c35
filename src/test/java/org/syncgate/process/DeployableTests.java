package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.demo.Seeded;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;

class DeployableTests {

    @Test
    void offersComeInTheOrderOfDisruptionsAndChangesSoThatAFormIsTheSameEveryTime() {
        LiveApplication tap = Seeded.live("idfdev/tap");
        Map<Change, Offer> byChange = new LinkedHashMap<>();
        byChange.put(Change.MAJOR, new Offer.Refuses("No."));
        byChange.put(Change.COSMETIC, new Offer.Refuses("No."));
        byChange.put(Change.MINOR, new Offer.Refuses("No."));
        Map<Disruption, Map<Change, Offer>> offers = new LinkedHashMap<>();
        offers.put(Disruption.EXTENDED, byChange);
        offers.put(Disruption.NONE, byChange);
        offers.put(Disruption.EXPECTED, byChange);

        Deployable deployable =
                new Deployable(new Choice(tap.id(), Optional.of(tap.target())), tap, offers, Optional.empty());

        assertThat(deployable.offers().keySet()).containsExactly(Disruption.values());
        assertThat(deployable.offers().values())
                .allSatisfy(each -> assertThat(each.keySet()).containsExactly(Change.values()));
    }
}
