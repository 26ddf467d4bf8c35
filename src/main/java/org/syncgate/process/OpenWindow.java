package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.window.Calendars;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.WindowCalendar;

/** Tells a window's token whether somebody has to confirm it; in the transaction in which its row is made. */
@Component
class OpenWindow implements JavaDelegate {

    private final CurrentWindow current;
    private final Calendars calendars;
    private final WindowTimers timers;

    OpenWindow(CurrentWindow current, Calendars calendars, WindowTimers timers) {
        this.current = current;
        this.calendars = calendars;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MaintenanceWindow window = current.lock(execution);
        String group = calendars
                .named(window.id().calendar())
                .flatMap(WindowCalendar::confirmedBy)
                .orElse("");
        execution.setVariable(Vars.GROUP, group);
        timers.set(execution, window);
    }
}
