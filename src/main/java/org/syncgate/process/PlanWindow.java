package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;
import org.syncgate.window.Windows;

/**
 * Sets a window's timers to where it stands now, before what they are for is begun or begun anew. What nobody has to
 * confirm counts as confirmed.
 */
@Component
class PlanWindow implements JavaDelegate {

    private final CurrentWindow current;
    private final Windows windows;
    private final WindowTimers timers;

    PlanWindow(CurrentWindow current, Windows windows, WindowTimers timers) {
        this.current = current;
        this.windows = windows;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MaintenanceWindow window = current.lock(execution);
        if (window.status() == Status.PLANNED) {
            windows.save(
                    window.confirm(), Kind.WINDOW_CONFIRMED, Entry.SYNCGATE, "Its calendar has nobody confirm it.");
        }
        timers.set(execution, window);
    }
}
