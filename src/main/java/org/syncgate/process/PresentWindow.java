package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.WindowMoved;

/** Prepares each of a window's tasks: its name says which window and what is asked, its form what there is in it. */
@Component
class PresentWindow implements TaskListener {

    private static final int OPTIONAL = 20;

    private final CurrentWindow current;
    private final WindowFacts facts;
    private final People people;
    private final ApplicationEventPublisher events;

    PresentWindow(CurrentWindow current, WindowFacts facts, People people, ApplicationEventPublisher events) {
        this.current = current;
        this.facts = facts;
        this.people = people;
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        MaintenanceWindow window = current.lock(task.getExecution());
        Fields.forget(
                task.getExecution(),
                Vars.DECISION,
                Vars.NEW_START,
                Vars.REASON,
                Vars.COMMENT,
                Vars.ACTION,
                Vars.REQUEST,
                Vars.MESSAGE);
        task.setName(Texts.name(name(task.getTaskDefinitionKey(), window)));
        if (isHandover(task, window)) {
            task.setPriority(OPTIONAL);
        }
        facts.of(window).forEach(task::setVariableLocal);
        // its page links to it
        events.publishEvent(new WindowMoved(window.id()));
    }

    /** Nobody waits for it: it is there in case the coordination has to be handed over. */
    private static boolean isHandover(DelegateTask task, MaintenanceWindow window) {
        return task.getTaskDefinitionKey().equals("takeCoordination")
                && window.coordinator().isPresent();
    }

    private String name(String task, MaintenanceWindow window) {
        return switch (task) {
            case "confirmWindow" -> "Confirm the window " + window.id();
            case "takeCoordination" ->
                window.coordinator()
                        .map(who -> "Take over the coordination of " + window.id() + " from " + people.nameOf(who))
                        .orElse("Take the coordination of " + window.id());
            case "markWorkStart" -> "Mark work start of " + window.id();
            case "runWindow" -> "Run the window " + window.id();
            case "markWorkEnd" -> "Mark work end of " + window.id();
            default -> throw new IllegalStateException(task + " is no task of a window");
        };
    }
}
