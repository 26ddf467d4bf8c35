package org.syncgate.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncgate.argocd.LiveApplication;
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

    static Deployable offering(LiveApplication live, Function<Disruption, Offer> offer) {
        Map<Disruption, Offer> offers =
                Arrays.stream(Disruption.values()).collect(Collectors.toMap(Function.identity(), offer));
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
