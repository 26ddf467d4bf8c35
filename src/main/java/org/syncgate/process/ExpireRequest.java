package org.syncgate.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Failed;

/** Ends a request that has stood still for too long, so that it no longer blocks its application. */
@Component
class ExpireRequest implements JavaDelegate {

    private final CurrentRequest current;
    private final Requests requests;
    private final Clock clock;

    ExpireRequest(CurrentRequest current, Requests requests, Clock clock) {
        this.current = current;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        String why = request.standing() instanceof Failed failed
                ? "Nobody decided what to do about the failed sync in time. " + failed.words()
                : "The gate stayed shut until the request expired. "
                        + request.standing().words();
        requests.save(request.end(Outcome.EXPIRED, why, clock.instant()), Kind.EXPIRED, Entry.SYNCGATE, why);
        execution.setVariable(Vars.OUTCOME, Outcome.EXPIRED.text());
    }
}
