package org.syncgate.process;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Windows;

/** Marks a window's task that nobody has done as urgent, and says on its channels what is waited for. */
@Component
class RemindOfWindow implements JavaDelegate {

    private final CurrentWindow current;
    private final Windows windows;
    private final TaskService tasks;
    private final Clock clock;

    RemindOfWindow(CurrentWindow current, Windows windows, TaskService tasks, Clock clock) {
        this.current = current;
        this.windows = windows;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MaintenanceWindow window = current.lock(execution);
        switch (execution.getCurrentActivityId()) {
            case "remindOfConfirmation" ->
                remind(
                        execution,
                        window,
                        "confirmWindow",
                        "Nobody of " + execution.getVariable(Vars.GROUP)
                                + " has confirmed it yet. Unless somebody does before it is to start, it is skipped.");
            case "remindOfCoordination" -> {
                if (window.coordinator().isEmpty()) {
                    remind(
                            execution,
                            window,
                            "takeCoordination",
                            "Nobody has taken the coordination yet. Without a coordinator no work starts.");
                }
            }
            case "remindOfWorkStart" ->
                remind(
                        execution,
                        window,
                        "markWorkStart",
                        "Work start has not been marked yet. If it is not before " + Moments.time(window.endsAt())
                                + ", everything is moved to the next window.");
            case "remindOfNearEnd" -> remindOfNearEnd(execution, window);
            case "remindOfWorkEnd" -> remindOfWorkEnd(execution, window);
            default -> throw new IllegalStateException(execution.getCurrentActivityId() + " reminds of nothing");
        }
    }

    private void remindOfNearEnd(DelegateExecution execution, MaintenanceWindow window) {
        if (clock.instant().isBefore(window.endsAt())) {
            remind(
                    execution,
                    window,
                    "runWindow",
                    "It ends at " + Moments.time(window.endsAt())
                            + ". Nothing is granted after that, unless it is extended.");
        }
    }

    /** That its end has come is told by {@link LookAfterWindow}, and an extension may have moved it. */
    private void remindOfWorkEnd(DelegateExecution execution, MaintenanceWindow window) {
        if (!clock.instant().isBefore(window.endsAt())) {
            forgotten(execution, "markWorkEnd").forEach(task -> Urgency.mark(tasks, task));
        }
    }

    private void remind(DelegateExecution execution, MaintenanceWindow window, String task, String words) {
        List<Task> forgotten = forgotten(execution, task);
        forgotten.forEach(open -> Urgency.mark(tasks, open));
        // nobody is bothered with a window that has nothing in it
        if (!forgotten.isEmpty() && !windows.places(window.id()).isEmpty()) {
            windows.record(window, Kind.WINDOW_REMINDED, Entry.SYNCGATE, words);
        }
    }

    private List<Task> forgotten(DelegateExecution execution, String task) {
        return tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(task)
                .list();
    }
}
