package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.Tally;

/** Finds out which groups have to be asked: those of the quorum whose okay would still help. */
@Component
class AskForApproval implements JavaDelegate {

    private final CurrentRequest current;
    private final Approvals approvals;
    private final Expiry expiry;
    private final RequestTimes times;
    private final Clock clock;

    AskForApproval(CurrentRequest current, Approvals approvals, Expiry expiry, RequestTimes times, Clock clock) {
        this.current = current;
        this.approvals = approvals;
        this.expiry = expiry;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        Tally tally = approvals.tally(request);
        List<String> groups = request.standing() instanceof Waiting ? tally.groups() : List.of();
        Instant now = clock.instant();
        execution.setVariable(Vars.REMIND_AT, Timers.at(now.plus(times.approvalReminder())));
        execution.setVariable(Vars.APPROVAL_EXPIRES_AT, Timers.at(expiry.of(request, tally)));
        execution.setVariable(Vars.GROUPS, Variables.objectValue(groups, true).create());
    }
}
