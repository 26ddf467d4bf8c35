package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.demo.Seeded;
import org.syncgate.model.Disruption;

class DeployableTests {

    @Test
    void offersComeInTheOrderOfDisruptionsSoThatAFormIsTheSameEveryTime() {
        LiveApplication tap = Seeded.live("idfdev/tap");
        Map<Disruption, Offer> offers = new LinkedHashMap<>();
        offers.put(Disruption.EXTENDED, new Offer.Refuses("No."));
        offers.put(Disruption.NONE, new Offer.Refuses("No."));
        offers.put(Disruption.EXPECTED, new Offer.Refuses("No."));

        Deployable deployable =
                new Deployable(new Choice(tap.id(), Optional.of(tap.target())), tap, offers, Optional.empty());

        assertThat(deployable.offers().keySet()).containsExactly(Disruption.values());
    }
}
