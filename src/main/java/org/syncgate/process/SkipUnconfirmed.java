package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.record.Entry;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;

/** Skips a window that nobody has confirmed by the time it was to start. */
@Component
class SkipUnconfirmed implements JavaDelegate {

    private final CurrentWindow current;
    private final WindowEnds ends;

    SkipUnconfirmed(CurrentWindow current, WindowEnds ends) {
        this.current = current;
        this.ends = ends;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MaintenanceWindow window = current.lock(execution);
        if (window.status() == Status.PLANNED) {
            ends.skip(
                    window,
                    Entry.SYNCGATE,
                    "Nobody of " + execution.getVariable(Vars.GROUP) + " has confirmed it in time.");
        }
    }
}
