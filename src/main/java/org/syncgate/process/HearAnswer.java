package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.TimeProposal;
import org.syncgate.request.TimeTalks;

/** Finds out after each answer whether the others are still asked about the same proposal. */
@Component
class HearAnswer implements JavaDelegate {

    private final CurrentRequest current;
    private final TimeTalks talks;

    HearAnswer(CurrentRequest current, TimeTalks talks) {
        this.current = current;
        this.talks = talks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        int about = (Integer) execution.getVariable(Vars.PROPOSAL);
        // of the process, which ends what the others are asked; never back, whoever answered at the same moment
        execution.setVariable(Vars.COORDINATION, word(request, talks.agreedTime(request), about));
    }

    /** @param about the number of the proposal that was asked about */
    static String word(DeploymentRequest request, AgreedTime agreed, int about) {
        if (!(request.standing() instanceof Waiting)) {
            return "over";
        }
        if (agreed.time().isPresent()) {
            return "agreed";
        }
        return agreed.proposal().map(TimeProposal::number).orElse(0) == about ? "asking" : "anew";
    }
}
