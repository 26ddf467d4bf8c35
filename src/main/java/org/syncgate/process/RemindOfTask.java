package org.syncgate.process;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.syncgate.model.Agreement;
import org.syncgate.model.RequestId;
import org.syncgate.model.Subject;
import org.syncgate.record.Entry;
import org.syncgate.record.Records;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** Marks a task that nobody has done as urgent, in its name and priority, and says so in the record. */
@Component
class RemindOfTask implements JavaDelegate {

    private final Requests requests;
    private final Records records;
    private final TaskService tasks;
    private final CurrentNotice notices;
    private final Clock clock;

    RemindOfTask(Requests requests, Records records, TaskService tasks, CurrentNotice notices, Clock clock) {
        this.requests = requests;
        this.records = records;
        this.tasks = tasks;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Reminder reminder = Reminder.of(execution.getCurrentActivityId());
        if (reminder == Reminder.OF_NOTICE && !notices.of(execution).isPending()) {
            // given up meanwhile: nothing is to be decided any more
            return;
        }
        TaskQuery open = tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(reminder.task());
        String words = reminder.words();
        // all who are asked about a time are reminded at once, and told of once
        if (reminder != Reminder.OF_TIME && execution.getVariable(Vars.GROUP) instanceof String group) {
            // somebody who has claimed it and forgotten it keeps the others from it
            open = open.taskCandidateGroup(group).includeAssignedTasks();
            words += " Still asked: " + group + ".";
        }
        // none that was done between the timer and this job
        List<Task> forgotten = open.list().stream()
                .filter(task -> task.getPriority() < Urgency.URGENT)
                .toList();
        forgotten.forEach(task -> Urgency.mark(tasks, task));
        if (!forgotten.isEmpty()) {
            record(execution, reminder, words);
        }
    }

    private void record(DelegateExecution execution, Reminder reminder, String words) {
        Subject subject = Subject.parse(execution.getProcessBusinessKey()).orElseThrow();
        Optional<DeploymentRequest> request = subject instanceof RequestId id ? requests.lock(id) : Optional.empty();
        // a notice may still be undelivered when its request is over, and what is over is not written again
        if (request.filter(DeploymentRequest::isOpen).isPresent()) {
            DeploymentRequest open = request.orElseThrow();
            String said = reminder == Reminder.OF_TIME ? open.standing().words() + " " + words : words;
            requests.save(open, reminder.kind(), Entry.SYNCGATE, said);
        } else {
            Optional<Agreement> agreement = request.map(DeploymentRequest::agreement);
            records.append(new Entry(
                    clock.instant(),
                    subject,
                    agreement.map(Agreement::application),
                    reminder.kind(),
                    Entry.SYNCGATE,
                    words,
                    agreement.map(Agreement::target).orElse(List.of())));
        }
    }
}
