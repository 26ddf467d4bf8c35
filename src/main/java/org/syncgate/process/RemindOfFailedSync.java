package org.syncgate.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Failed;

/** Marks a failed sync that nobody has decided on as urgent, in the task's name and priority. */
@Component
class RemindOfFailedSync implements JavaDelegate {

    private static final int URGENT = 100;

    /** What the engine's table holds. */
    private static final int LONGEST_NAME = 255;

    private final CurrentRequest current;
    private final Requests requests;
    private final TaskService tasks;

    RemindOfFailedSync(CurrentRequest current, Requests requests, TaskService tasks) {
        this.current = current;
        this.requests = requests;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        // decided on between the timer and this job
        if (!(request.standing() instanceof Failed)) {
            return;
        }
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey("resolveFailedSync")
                .list()
                .forEach(task -> {
                    String name = "Reminder: " + task.getName();
                    task.setName(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
                    task.setPriority(URGENT);
                    tasks.saveTask(task);
                });
        requests.save(
                request,
                Kind.FAILURE_REMINDED,
                Entry.SYNCGATE,
                "Nobody has decided yet what to do about the failed sync; without a decision the request expires.");
    }
}
