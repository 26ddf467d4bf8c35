package org.syncgate.process;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;
import org.syncgate.request.DeploymentRequest;

/**
 * An application that somebody could ask to deploy now.
 *
 * @param choice what the start form sends for it
 * @param live as the watch last saw it: a pending upgrade or a drift
 * @param offers what the practice would mean, for each disruption and change in their order
 * @param open the request that is open for it already; empty where there is none
 */
public record Deployable(
        Choice choice,
        LiveApplication live,
        Map<Disruption, Map<Change, Offer>> offers,
        Optional<DeploymentRequest> open) {

    public Deployable {
        Map<Disruption, Map<Change, Offer>> inOrder = new EnumMap<>(Disruption.class);
        offers.forEach((disruption, byChange) -> inOrder.put(disruption, inOrder(byChange)));
        offers = Collections.unmodifiableMap(inOrder);
    }

    private static Map<Change, Offer> inOrder(Map<Change, Offer> offers) {
        Map<Change, Offer> inOrder = new EnumMap<>(Change.class);
        inOrder.putAll(offers);
        return Collections.unmodifiableMap(inOrder);
    }
}
