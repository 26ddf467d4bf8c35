package org.syncgate.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;
import org.syncgate.process.Choice;
import org.syncgate.process.Deployable;
import org.syncgate.process.Offer;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;

/** What the start form lists, for tests. */
final class ADeployable {

    private ADeployable() {}

    static Deployable of(LiveApplication live) {
        return offering(live, disruption -> new Offer.Refuses("No."));
    }

    /** Whatever the change is. */
    static Deployable offering(LiveApplication live, Function<Disruption, Offer> offer) {
        return offering(live, (disruption, change) -> offer.apply(disruption));
    }

    static Deployable offering(LiveApplication live, BiFunction<Disruption, Change, Offer> offer) {
        Map<Disruption, Map<Change, Offer>> offers = new HashMap<>();
        for (Disruption disruption : Disruption.values()) {
            offers.put(
                    disruption,
                    Arrays.stream(Change.values())
                            .collect(Collectors.toMap(Function.identity(), change -> offer.apply(disruption, change))));
        }
        return new Deployable(choice(live), live, offers, Optional.empty());
    }

    /** A request is open for it. */
    static Deployable requested(LiveApplication live) {
        DeploymentRequest open = ARequest.waiting(ARequest.agreement(live));
        return new Deployable(choice(live), live, Map.of(), Optional.of(open));
    }

    private static Choice choice(LiveApplication live) {
        return new Choice(live.id(), Optional.of(List.copyOf(live.target())));
    }
}
