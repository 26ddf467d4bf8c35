package org.syncgate.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.syncgate.access.Person;
import org.syncgate.access.TaskRule;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;

/** Nobody approves their own request, and nobody counts twice (S4). */
@Component
class FourEyes implements TaskRule {

    static final String TASK = "approveDeployment";

    private final CurrentRequest current;
    private final Approvals approvals;

    FourEyes(CurrentRequest current, Approvals approvals) {
        this.current = current;
        this.approvals = approvals;
    }

    @Override
    public Optional<String> refusal(DelegateTask task, Person person) {
        return TASK.equals(task.getTaskDefinitionKey())
                ? refusal(current.find(task.getExecution()), person.id())
                : Optional.empty();
    }

    Optional<String> refusal(DeploymentRequest request, String who) {
        if (request.wish().requester().equals(who)) {
            return Optional.of("You asked for this deployment yourself, and nobody approves their own request."
                    + " Somebody else has to.");
        }
        boolean again = approvals.of(request.id(), request.agreementNumber()).stream()
                .anyMatch(approval -> approval.approver().equals(who));
        return again
                ? Optional.of(
                        "You have approved this deployment already. Where it takes another okay, somebody else has to give"
                                + " it: if you have claimed the task, release it.")
                : Optional.empty();
    }
}
