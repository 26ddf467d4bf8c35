package org.syncgate.process;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.syncgate.model.WindowId;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Windows;

/** Finds the maintenance window that an execution walks for. */
@Component
class CurrentWindow {

    private final Windows windows;

    CurrentWindow(Windows windows) {
        this.windows = windows;
    }

    /** Locks the execution's window until the transaction ends. */
    MaintenanceWindow lock(DelegateExecution execution) {
        return window(execution, windows::lock);
    }

    /** Reads the execution's window. */
    MaintenanceWindow find(DelegateExecution execution) {
        return window(execution, windows::find);
    }

    private static MaintenanceWindow window(
            DelegateExecution execution, Function<WindowId, Optional<MaintenanceWindow>> reading) {
        String key = execution.getProcessBusinessKey();
        return WindowId.parse(key == null ? "" : key)
                .flatMap(reading)
                .orElseThrow(() ->
                        new IllegalStateException("Process " + execution.getProcessInstanceId() + " runs no window"));
    }
}
