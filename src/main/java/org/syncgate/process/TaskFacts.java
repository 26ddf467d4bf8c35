package org.syncgate.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Voided;

/** Shows in the open tasks of a request what may change while they are open: people decide on what there is now. */
@Component
class TaskFacts {

    private final ArgoCd argoCd;
    private final WrittenNotices notices;
    private final TaskService tasks;

    TaskFacts(ArgoCd argoCd, WrittenNotices notices, TaskService tasks) {
        this.argoCd = argoCd;
        this.notices = notices;
        this.tasks = tasks;
    }

    /** What a task shows when it is made. */
    void show(DelegateTask task, DeploymentRequest request) {
        facts(request).forEach(task::setVariableLocal);
    }

    /** After the watch has seen another revision pending, or the notice clock has started. */
    void refresh(DeploymentRequest request) {
        Map<String, String> facts = facts(request);
        tasks.createTaskQuery()
                .processInstanceBusinessKey(request.id().text())
                .taskDefinitionKeyIn("approveDeployment", "agreeTime", "reconsiderRequest")
                .list()
                .forEach(task -> update(task.getId(), facts));
    }

    /** Only what differs is written, lest whoever completes the task at that moment is told to do it again for nothing. */
    private void update(String task, Map<String, String> facts) {
        if (!tasks.getVariablesLocal(task, facts.keySet()).equals(facts)) {
            tasks.setVariablesLocal(task, facts);
        }
    }

    /** What the person saw as pending when they decided; empty where nothing was. */
    static Optional<List<String>> shown(DelegateTask task) {
        // a completed task's fields are the execution's, a submitted form's the task's own
        Object posted = task.getExecution().getVariable(Vars.PENDING);
        return Optional.ofNullable(posted == null ? task.getVariableLocal(Vars.PENDING) : posted)
                .map(Object::toString)
                .flatMap(Choice::revisions);
    }

    private Map<String, String> facts(DeploymentRequest request) {
        List<String> pending = argoCd.seen(request.agreement().application())
                .flatMap(Deployability::pending)
                .orElse(List.of());
        return Map.of(
                Vars.PENDING, String.join(",", pending),
                Vars.NEWER, words(request, pending),
                Vars.EARLIEST, earliest(request));
    }

    private static String words(DeploymentRequest request, List<String> pending) {
        if (request.standing() instanceof Voided) {
            return pending.isEmpty()
                    ? "Nothing is pending at the moment."
                    : "Pending now: " + Revisions.brief(pending) + ".";
        }
        return pending.isEmpty() || pending.equals(request.agreement().target())
                ? ""
                : Revisions.brief(pending) + " has become pending meanwhile. You are asked about "
                        + Revisions.brief(request.agreement().target()) + " alone.";
    }

    private String earliest(DeploymentRequest request) {
        Duration notice = request.practice().minimumNotice();
        if (notice.isZero()) {
            return request.practice().channels().isEmpty()
                    ? "as soon as it is approved"
                    : "as soon as it is announced and approved";
        }
        return notices.announcement(
                        request.id(),
                        request.agreementNumber(),
                        request.practice().channels())
                .elapses(request.agreedAt(), notice)
                .map(Moments::time)
                .orElse(Times.words(notice) + " after it has been announced");
    }
}
