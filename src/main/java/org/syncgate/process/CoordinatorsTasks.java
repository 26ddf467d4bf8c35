package org.syncgate.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.access.Person;
import org.syncgate.access.TaskRule;
import org.syncgate.window.MaintenanceWindow;

/** Only who coordinates a window marks its work and runs it, so that everybody knows whom to ask. */
@Component
class CoordinatorsTasks implements TaskRule {

    static final Set<String> THEIRS = Set.of("markWorkStart", "runWindow", "markWorkEnd");

    private final CurrentWindow current;
    private final People people;

    CoordinatorsTasks(CurrentWindow current, People people) {
        this.current = current;
        this.people = people;
    }

    @Override
    public Optional<String> refusal(DelegateTask task, Person person) {
        return THEIRS.contains(task.getTaskDefinitionKey())
                ? refusal(current.find(task.getExecution()), person.id())
                : Optional.empty();
    }

    Optional<String> refusal(MaintenanceWindow window, String who) {
        if (window.coordinator().isEmpty()) {
            return Optional.of("Nobody coordinates " + window.id()
                    + " yet. Complete the task \"Take the coordination\" first; then this one is yours.");
        }
        return window.coordinator()
                .filter(coordinator -> !coordinator.equals(who))
                .map(coordinator -> people.nameOf(coordinator) + " coordinates " + window.id()
                        + ". Ask them, or take it over with the task \"Take over the coordination\".");
    }
}
