package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.request.DeploymentRequest;

/** Prepares the task in which a requester decides about a request whose agreement no longer stands. */
@Component
class PresentReconsideration implements TaskListener {

    private final CurrentRequest current;
    private final TaskFacts tasks;

    PresentReconsideration(CurrentRequest current, TaskFacts tasks) {
        this.current = current;
        this.tasks = tasks;
    }

    @Override
    public void notify(DelegateTask task) {
        DeploymentRequest request = current.lock(task.getExecution());
        Fields.forget(task.getExecution(), Vars.ACTION, Vars.REASON, Vars.PENDING);
        task.addCandidateUser(request.wish().requester());
        task.setName(Texts.name("Reconsider " + request.agreement().application() + ": its agreement is void"));
        task.setVariableLocal(Vars.ABOUT, Texts.about(request));
        task.setVariableLocal(
                Vars.WHY, Texts.cut(Markdown.escape(request.standing().words())));
        task.setVariableLocal(Vars.REQUEST, request.id().text());
        tasks.show(task, request);
    }
}
