package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Voided;

/** Tells the token how the request came out, whatever ended or interrupted the path. */
@Component
class ReadOutcome implements JavaDelegate {

    private static final String RECONSIDER = "reconsider";
    private static final String AGAIN = "again";

    private final CurrentRequest current;
    private final RequestTimes times;
    private final Clock clock;

    ReadOutcome(CurrentRequest current, RequestTimes times, Clock clock) {
        this.current = current;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        if (request.standing() instanceof Ended ended) {
            execution.setVariable(Vars.OUTCOME, ended.outcome().text());
        } else if (request.standing() instanceof Voided) {
            Instant now = clock.instant();
            execution.setVariable(Vars.OUTCOME, RECONSIDER);
            execution.setVariable(Vars.REMIND_AT, Timers.at(now.plus(times.decisionReminder())));
            execution.setVariable(Vars.DECISION_EXPIRES_AT, Timers.at(now.plus(times.decisionExpiry())));
        } else {
            // retargeted, and the message of that is still on its way
            execution.setVariable(Vars.OUTCOME, AGAIN);
        }
    }
}
