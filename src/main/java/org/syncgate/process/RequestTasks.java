package org.syncgate.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.syncgate.access.Person;
import org.syncgate.model.RequestId;
import org.syncgate.request.DeploymentRequest;

/** Finds a request's open task for somebody who follows a link to it. */
@Component
public class RequestTasks {

    private final TaskService tasks;
    private final IdentityService identity;
    private final FourEyes fourEyes;
    private final OneVoice oneVoice;

    RequestTasks(TaskService tasks, IdentityService identity, FourEyes fourEyes, OneVoice oneVoice) {
        this.tasks = tasks;
        this.identity = identity;
        this.fourEyes = fourEyes;
        this.oneVoice = oneVoice;
    }

    /**
     * The engine's id of the task that the person has claimed, else of one that is offered to them, else of any other
     * that they may see; of several the oldest. Empty where there is none but an approval or an answer that is not theirs to give.
     */
    public Optional<String> find(DeploymentRequest request, Person person) {
        boolean mayApprove = fourEyes.refusal(request, person.id()).isEmpty();
        // only as this person does the engine leave out what they may not see
        identity.setAuthentication(person.id(), List.copyOf(person.groups()));
        try {
            List<Task> visible = of(request.id()).list();
            Stream<Task> claimed = visible.stream().filter(task -> person.id().equals(task.getAssignee()));
            Stream<Task> offered = of(request.id()).taskCandidateUser(person.id()).list().stream();
            return Stream.of(claimed, offered, visible.stream())
                    .flatMap(found -> found)
                    .filter(task -> mayApprove || !FourEyes.TASK.equals(task.getTaskDefinitionKey()))
                    .filter(task -> mayAnswer(request, person, task))
                    .map(Task::getId)
                    .findFirst();
        } finally {
            identity.clearAuthentication();
        }
    }

    private boolean mayAnswer(DeploymentRequest request, Person person, Task task) {
        return !OneVoice.TASK.equals(task.getTaskDefinitionKey())
                || tasks.getVariable(task.getId(), Vars.GROUP) instanceof String party
                        && oneVoice.refusal(request, party, person.id()).isEmpty();
    }

    /** The called processes bear their request's id as well. */
    private TaskQuery of(RequestId request) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(request.text())
                .orderByTaskCreateTime()
                .asc();
    }
}
