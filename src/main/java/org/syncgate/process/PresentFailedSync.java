package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.request.DeploymentRequest;

/** Prepares the task in which people decide about a failed sync: for whom it is, and what they need to see. */
@Component
class PresentFailedSync implements TaskListener {

    private final CurrentRequest current;

    PresentFailedSync(CurrentRequest current) {
        this.current = current;
    }

    @Override
    public void notify(DelegateTask task) {
        DeploymentRequest request = current.lock(task.getExecution());
        Fields.forget(task.getExecution(), Vars.ACTION, Vars.REASON);
        task.addCandidateUser(request.wish().requester());
        task.setName(
                Texts.name("Resolve the failed sync of " + request.agreement().application()));
        task.setVariableLocal(
                Vars.ABOUT,
                Texts.about(request) + ", attempt " + request.currentAttempt().number());
        task.setVariableLocal(
                Vars.FAILURE, Texts.cut(Markdown.escape(request.standing().words())));
    }
}
