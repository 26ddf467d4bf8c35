package org.syncgate.process;

import java.time.Clock;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.Tally;

/** Counts after each decision who is still needed, and calls off the tasks of the groups that are not. */
@Component
class CountApprovals implements JavaDelegate {

    private final CurrentRequest current;
    private final Approvals approvals;
    private final RuntimeService runtime;
    private final RequestTimes times;
    private final Clock clock;

    CountApprovals(
            CurrentRequest current, Approvals approvals, RuntimeService runtime, RequestTimes times, Clock clock) {
        this.current = current;
        this.approvals = approvals;
        this.runtime = runtime;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        if (!(request.standing() instanceof Waiting)) {
            execution.setVariableLocal(Vars.TALLY, "over");
            return;
        }
        Tally tally = approvals.tally(request);
        boolean more = tally.wouldHelp((String) execution.getVariable(Vars.GROUP));
        execution.setVariableLocal(Vars.TALLY, more ? "more" : "enough");
        execution.setVariableLocal(Vars.REMIND_AT, Timers.at(clock.instant().plus(times.approvalReminder())));
        callOff(execution.getProcessInstanceId(), tally);
    }

    private void callOff(String process, Tally tally) {
        String settled = "approvalSettled";
        for (Execution asked : runtime.createExecutionQuery()
                .processInstanceId(process)
                .messageEventSubscriptionName(settled)
                .list()) {
            if (!tally.wouldHelp((String) runtime.getVariable(asked.getId(), Vars.GROUP))) {
                runtime.messageEventReceived(settled, asked.getId());
            }
        }
    }
}
