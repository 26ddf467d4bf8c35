package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.window.Departure;
import org.syncgate.window.Windows;

/**
 * Tells the requests that have left a window to look for the next. In a job of its own, which is repeated: each of them may
 * be moving just then, and none may be left without having been told.
 */
@Component
class TellLeftovers implements JavaDelegate {

    private final CurrentWindow current;
    private final Windows windows;
    private final WindowWord word;

    TellLeftovers(CurrentWindow current, Windows windows, WindowWord word) {
        this.current = current;
        this.windows = windows;
        this.word = word;
    }

    @Override
    public void execute(DelegateExecution execution) {
        windows.departures(current.find(execution).id()).stream()
                .map(Departure::request)
                .distinct()
                .forEach(word::say);
    }
}
