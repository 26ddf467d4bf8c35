package org.syncgate.gate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Moments;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Freeze;
import org.syncgate.window.FreezeOverride;
import org.syncgate.window.Freezes;
import org.syncgate.window.ServiceLookup;

/**
 * No freeze covers its application at this moment, but for those that an administrator lets this very agreement pass. A
 * sync that is under way when a freeze begins is followed to its end; nothing is granted any more.
 */
@Component
class NotFrozen implements Condition {

    private final Freezes freezes;
    private final ServiceLookup services;
    private final Clock clock;

    NotFrozen(Freezes freezes, ServiceLookup services, Clock clock) {
        this.freezes = freezes;
        this.services = services;
        this.clock = clock;
    }

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request, Reading reading) {
        Instant now = clock.instant();
        List<Freeze> covering = freezes.inForce(now).stream()
                .filter(freeze -> freeze.covers(request.agreement().application(), services))
                .toList();
        if (covering.isEmpty()) {
            return Stream.empty();
        }
        List<FreezeOverride> overrides = freezes.overridesOf(request.id());
        return covering.stream()
                .filter(freeze -> overrides.stream()
                        .noneMatch(override -> override.lets(request.id(), request.agreementNumber(), freeze.id())))
                .map(NotFrozen::frozen);
    }

    private static Refusal frozen(Freeze freeze) {
        return Refusal.waits(
                "The freeze " + freeze.id() + " of " + freeze.terms().scope().words() + " lasts until "
                        + Moments.time(freeze.terms().to()) + " (\""
                        + freeze.terms().reason().replaceAll("\\s*\\R\\s*", " ")
                        + "\"); for what cannot wait ask a member of syncgate-admins to lift it or to override it.");
    }
}
