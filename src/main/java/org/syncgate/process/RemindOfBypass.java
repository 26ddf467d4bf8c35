package org.syncgate.process;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.syncgate.bypass.Bypass;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;

/** Marks the task as urgent in which nobody has explained what went past the gate, and says so in the record. */
@Component
class RemindOfBypass implements JavaDelegate {

    private final CurrentBypass current;
    private final TaskService tasks;
    private final Records records;
    private final Clock clock;

    RemindOfBypass(CurrentBypass current, TaskService tasks, Records records, Clock clock) {
        this.current = current;
        this.tasks = tasks;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Bypass bypass = current.of(execution);
        List<Task> open = tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey("explainBypass")
                .list();
        open.forEach(task -> Urgency.mark(tasks, task));
        // none where it was explained between the timer and this job
        if (!open.isEmpty()) {
            records.append(new Entry(
                    clock.instant(),
                    bypass.id(),
                    Optional.of(bypass.application()),
                    Kind.BYPASS_REMINDED,
                    Entry.SYNCGATE,
                    "Nobody has explained it yet.",
                    bypass.revisions()));
        }
    }
}
