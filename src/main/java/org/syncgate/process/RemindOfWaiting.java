package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.Tally;

/** Says once of a request that has waited for long what it waits for. */
@Component
class RemindOfWaiting implements JavaDelegate {

    private final CurrentRequest current;
    private final Requests requests;
    private final Approvals approvals;

    RemindOfWaiting(CurrentRequest current, Requests requests, Approvals approvals) {
        this.current = current;
        this.requests = requests;
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        if (request.standing() instanceof Waiting waiting) {
            Tally tally = approvals.tally(request);
            String what = tally.isFilled() ? waiting.words() : "Approvals are missing: " + tally.missing() + ".";
            requests.save(request, Kind.WAIT_REMINDED, Entry.SYNCGATE, what);
        }
    }
}
