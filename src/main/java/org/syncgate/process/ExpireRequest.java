package org.syncgate.process;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Voided;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.Tally;
import org.syncgate.request.TimeTalks;

/** Ends a request that has stood still for too long, so that it no longer blocks its application. */
@Component
class ExpireRequest implements JavaDelegate {

    /** The instance whose timer fired may have a clock that is ahead of this one's. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final CurrentRequest current;
    private final Requests requests;
    private final Approvals approvals;
    private final TimeTalks talks;
    private final Expiry expiry;
    private final Clock clock;

    ExpireRequest(
            CurrentRequest current,
            Requests requests,
            Approvals approvals,
            TimeTalks talks,
            Expiry expiry,
            Clock clock) {
        this.current = current;
        this.requests = requests;
        this.approvals = approvals;
        this.talks = talks;
        this.expiry = expiry;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        if (request.standing() instanceof Failed failed) {
            end(request, Outcome.EXPIRED, "Nobody decided what to do about the failed sync in time. " + failed.words());
        } else if (request.standing() instanceof Voided voided) {
            end(request, Outcome.VOIDED, "Nobody chose another revision in time. " + voided.words());
        } else if (request.standing() instanceof Waiting waiting) {
            endIfDue(request, waiting, approvals.tally(request));
        }
    }

    /** It is not where another timer has ended it already, or the agreement that this one was for has been replaced. */
    private void endIfDue(DeploymentRequest request, Waiting waiting, Tally tally) {
        if (!clock.instant().plus(SKEW).isBefore(expiry.of(request, tally))) {
            end(request, Outcome.EXPIRED, why(request, waiting, tally));
        }
    }

    private String why(DeploymentRequest request, Waiting waiting, Tally tally) {
        if (!tally.isFilled()) {
            return "Nobody approved it in time: " + tally.missing() + " missing.";
        }
        boolean agreed = !request.practice().needsAgreedTime()
                || talks.agreedTime(request).time().isPresent();
        return (agreed
                        ? "The gate stayed shut until the request expired. "
                        : "No time was agreed on until the request expired. ")
                + waiting.words();
    }

    private void end(DeploymentRequest request, Outcome outcome, String why) {
        requests.save(request.end(outcome, why, clock.instant()), Kind.EXPIRED, Entry.SYNCGATE, why);
    }
}
