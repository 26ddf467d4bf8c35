package org.syncgate.gate;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Moments;
import org.syncgate.request.DeploymentRequest;

/** It is not too late: a request that has expired is about to end, whoever is late in saying so. */
@Component
class NotExpired implements Condition {

    private final Clock clock;

    NotExpired(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request, Reading reading) {
        return request.isExpired(clock.instant())
                ? Stream.of(Refusal.waits("The request expired at " + Moments.exactTime(request.expiresAt()) + "."))
                : Stream.empty();
    }
}
