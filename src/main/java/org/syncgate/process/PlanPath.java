package org.syncgate.process;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.request.DeploymentRequest;

/** Tells the token which path to walk and when to remind of the request: at the start, and each time it is retargeted. */
@Component
class PlanPath implements JavaDelegate {

    private final CurrentRequest current;
    private final RequestTimes times;

    PlanPath(CurrentRequest current, RequestTimes times) {
        this.current = current;
        this.times = times;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        execution.setVariable(Vars.PATH, request.practice().path().text());
        execution.setVariable(Vars.WAIT_REMINDER_AT, Timers.at(reminder(request)));
    }

    /** What waits for a window, or for a time that is agreed on, is on its way; of that this reminds before it expires. */
    private Instant reminder(DeploymentRequest request) {
        return request.practice().window() || request.practice().needsAgreedTime()
                ? request.expiresAt().minus(times.waitReminder())
                : request.agreedAt().plus(request.practice().minimumNotice()).plus(times.waitReminder());
    }
}
