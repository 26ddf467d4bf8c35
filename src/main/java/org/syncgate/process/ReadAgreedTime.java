package org.syncgate.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.TimeTalks;

/** Tells the token when the agreed time comes; at once where there is none any more, which the gate finds out. */
@Component
class ReadAgreedTime implements JavaDelegate {

    private final CurrentRequest current;
    private final TimeTalks talks;
    private final Clock clock;

    ReadAgreedTime(CurrentRequest current, TimeTalks talks, Clock clock) {
        this.current = current;
        this.talks = talks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        execution.setVariable(
                Vars.AGREED_TIME, Timers.at(talks.agreedTime(request).time().orElseGet(clock::instant)));
    }
}
