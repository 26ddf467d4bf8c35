package org.syncgate.process;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.syncgate.access.Person;
import org.syncgate.model.WindowId;
import org.syncgate.window.MaintenanceWindow;

/** Finds a window's open tasks for somebody who looks at it. */
@Component
public class WindowTasks {

    /** As people come to them. */
    private static final List<String> ORDER =
            List.of("confirmWindow", "markWorkStart", "runWindow", "markWorkEnd", "takeCoordination");

    private final TaskService tasks;
    private final IdentityService identity;

    WindowTasks(TaskService tasks, IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    /**
     * One open task.
     *
     * @param kind its id in the model, for instance {@code runWindow}; the next of its kind has the same
     * @param id the engine's id of it
     */
    public record OpenTask(String kind, String id) {}

    /** What the person can do for a window at the moment, what comes first first; empty where it is nothing. */
    public List<OpenTask> of(MaintenanceWindow window, Person person) {
        // only as this person does the engine leave out what they may not see
        identity.setAuthentication(person.id(), List.copyOf(person.groups()));
        try {
            return Stream.concat(
                            of(window.id()).taskAssignee(person.id()).list().stream(),
                            of(window.id()).taskCandidateUser(person.id()).list().stream())
                    .filter(task -> isFor(person, window, task))
                    .map(task -> new OpenTask(task.getTaskDefinitionKey(), task.getId()))
                    .sorted(Comparator.comparing(task -> ORDER.indexOf(task.kind())))
                    .toList();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The one of that kind, as {@link #of} finds it. */
    public Optional<OpenTask> find(MaintenanceWindow window, Person person, String kind) {
        return of(window, person).stream()
                .filter(task -> task.kind().equals(kind))
                .findFirst();
    }

    /** The coordinator's are theirs alone, and they need not take over from themselves. */
    private static boolean isFor(Person person, MaintenanceWindow window, Task task) {
        boolean coordinates = window.coordinator().filter(person.id()::equals).isPresent();
        return CoordinatorsTasks.THEIRS.contains(task.getTaskDefinitionKey())
                ? coordinates
                : !coordinates || !task.getTaskDefinitionKey().equals("takeCoordination");
    }

    private TaskQuery of(WindowId window) {
        return tasks.createTaskQuery().processInstanceBusinessKey(window.text());
    }
}
