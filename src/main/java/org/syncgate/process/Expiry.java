package org.syncgate.process;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Tally;

/** When a request that waits ends by itself. */
@Component
public class Expiry {

    private final RequestTimes times;

    Expiry(RequestTimes times) {
        this.times = times;
    }

    /** At the end of the time to approve it while approvals are missing, and else when the gate has been shut for long. */
    public Instant of(DeploymentRequest request, Tally tally) {
        Instant unapproved = request.agreedAt().plus(times.approvalExpiry());
        return unapproved.isBefore(request.expiresAt()) && !tally.isFilled() ? unapproved : request.expiresAt();
    }
}
