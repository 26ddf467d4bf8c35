package org.syncgate.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Voided;

/** Takes the requester's decision about a void agreement: another one, or none. */
@Component
class DecideOnReconsideration implements TaskListener {

    private final CurrentRequest current;
    private final Amendments amendments;
    private final SignedIn signedIn;

    DecideOnReconsideration(CurrentRequest current, Amendments amendments, SignedIn signedIn) {
        this.current = current;
        this.amendments = amendments;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        DeploymentRequest request = current.lock(task.getExecution());
        if (!(request.standing() instanceof Voided)) {
            throw new Refused("Somebody has decided on this meanwhile: see what became of it under Requests.");
        }
        String reason = Fields.reason(task);
        switch (Fields.text(task, Vars.ACTION)) {
            case "retarget" -> amendments.retarget(request, signedIn.id(), Optional.of(shown(task)), reason);
            case "withdraw" -> amendments.withdraw(request, signedIn.id(), reason);
            default -> throw new Refused("Choose what to do: retarget or withdraw.");
        }
    }

    /** Nobody agrees on what they have not seen. */
    private static List<String> shown(DelegateTask task) {
        return TaskFacts.shown(task)
                .orElseThrow(() -> new Refused("The task shows nothing that is pending, so there is nothing to retarget"
                        + " to. Close the task and open it again, or withdraw."));
    }
}
