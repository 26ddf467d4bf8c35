package org.syncgate.process;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.gate.Judgement.Refused;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Requests;

/** Keeps what has overturned an agreement: its requester reconsiders it, or there is nothing left to do. */
@Component
class Overturned {

    private final Requests requests;
    private final Clock clock;

    Overturned(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    void keep(DeploymentRequest request, Refused refused) {
        String why = refused.words();
        Optional<Outcome> outcome = refused.outcome();
        if (outcome.isEmpty()) {
            requests.save(request.voided(why), Kind.VOIDED, Entry.SYNCGATE, why);
            return;
        }
        requests.save(
                request.end(outcome.orElseThrow(), why, clock.instant()),
                outcome.orElseThrow() == Outcome.DEPLOYED_OUTSIDE ? Kind.DEPLOYED_OUTSIDE : Kind.REFUSED,
                Entry.SYNCGATE,
                why);
    }
}
