package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.model.Revisions;
import org.syncgate.request.DeploymentRequest;

/** Prepares the task in which people decide about a failed sync: for whom it is, and what they need to see. */
@Component
class PresentFailedSync implements TaskListener {

    /** What the engine's tables hold of a variable and of a task's name; Argo CD may say more than that. */
    private static final int LONGEST_TEXT = 4_000;

    private static final int LONGEST_NAME = 255;

    private static final String REST = " … (in full under Requests)";

    private final CurrentRequest current;

    PresentFailedSync(CurrentRequest current) {
        this.current = current;
    }

    @Override
    public void notify(DelegateTask task) {
        DeploymentRequest request = current.lock(task.getExecution());
        // an earlier decision is not the next one, and what is posted has to be told from what was here before
        task.getExecution().removeVariables(task.getExecution().getVariableNames());
        task.addCandidateUser(request.wish().requester());
        task.setName(cut("Resolve the failed sync of " + request.agreement().application(), LONGEST_NAME));
        task.setVariableLocal(Vars.ABOUT, about(request));
        task.setVariableLocal(Vars.FAILURE, cut(request.standing().words(), LONGEST_TEXT));
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - REST.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + REST;
    }

    private static String about(DeploymentRequest request) {
        return request.agreement().application() + ": "
                + Revisions.brief(request.agreement().deployed()) + " → "
                + Revisions.brief(request.agreement().target()) + ", attempt "
                + request.currentAttempt().number();
    }
}
