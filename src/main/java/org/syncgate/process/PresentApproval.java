package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.model.Revisions;
import org.syncgate.request.DeploymentRequest;

/** Prepares the task in which a group is asked to approve: all that somebody needs to decide. */
@Component
class PresentApproval implements TaskListener {

    private final CurrentRequest current;
    private final ApprovalFacts facts;
    private final TaskFacts tasks;

    PresentApproval(CurrentRequest current, ApprovalFacts facts, TaskFacts tasks) {
        this.current = current;
        this.facts = facts;
        this.tasks = tasks;
    }

    @Override
    public void notify(DelegateTask task) {
        DeploymentRequest request = current.lock(task.getExecution());
        // here and not in the process, where the groups would overwrite each other's decisions
        task.getExecution().setVariableLocal(Vars.DECISION, null);
        task.getExecution().setVariableLocal(Vars.COMMENT, null);
        task.getExecution().setVariableLocal(Vars.AGREEMENT, request.agreementNumber());
        task.setName(Texts.name("Approve " + request.agreement().application() + " "
                + Revisions.brief(request.agreement().target()) + " (" + task.getVariable(Vars.GROUP) + ")"));
        facts.of(request).forEach((name, text) -> task.setVariableLocal(name, Texts.cut(text)));
        tasks.show(task, request);
    }
}
