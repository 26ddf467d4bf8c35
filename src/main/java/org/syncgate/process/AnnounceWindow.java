package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Windows;

/** Has a window announced ahead, once. */
@Component
class AnnounceWindow implements JavaDelegate {

    private final CurrentWindow current;
    private final Windows windows;
    private final WindowTimers timers;

    AnnounceWindow(CurrentWindow current, Windows windows, WindowTimers timers) {
        this.current = current;
        this.windows = windows;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MaintenanceWindow window = current.lock(execution);
        if (window.isOpen() && !window.announced()) {
            windows.save(window.announce(), Kind.WINDOW_ANNOUNCED, Entry.SYNCGATE, "");
        }
        timers.set(execution, window);
    }
}
