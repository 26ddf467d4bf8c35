package org.syncgate.process;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.record.Kind;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Windows;

/** Names a window's coordinator, or hands the coordination over to another. */
@Component
class DecideOnCoordination implements TaskListener {

    private final CurrentWindow current;
    private final Windows windows;
    private final People people;
    private final SignedIn signedIn;
    private final TaskService tasks;

    DecideOnCoordination(CurrentWindow current, Windows windows, People people, SignedIn signedIn, TaskService tasks) {
        this.current = current;
        this.windows = windows;
        this.people = people;
        this.signedIn = signedIn;
        this.tasks = tasks;
    }

    @Override
    public void notify(DelegateTask task) {
        MaintenanceWindow window = current.lock(task.getExecution());
        if (!window.isOpen()) {
            throw new Refused(window.id() + " is " + window.status().words() + " already.");
        }
        Optional<String> before = window.coordinator();
        String who = signedIn.id();
        if (before.filter(who::equals).isPresent()) {
            throw new Refused("You coordinate " + window.id()
                    + " already. This task is for whoever takes it over from you; leave it open.");
        }
        windows.save(
                window.takenBy(who),
                Kind.COORDINATION_TAKEN,
                who,
                before.map(other -> "Taken over from " + people.nameOf(other) + ".")
                        .orElse(""));
        before.ifPresent(other -> release(task));
    }

    /** What who had it before has claimed would be open to nobody. */
    private void release(DelegateTask task) {
        tasks.createTaskQuery()
                .processInstanceId(task.getProcessInstanceId())
                .taskDefinitionKeyIn(CoordinatorsTasks.THEIRS.toArray(String[]::new))
                .taskAssigned()
                .list()
                .forEach(claimed -> tasks.setAssignee(claimed.getId(), null));
    }
}
