package org.syncgate.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Occurrence;
import org.syncgate.window.Windows;

/** Opens windows: the row comes first, and whoever could insert it starts the process in the same transaction. */
@Component
class WindowOpenings {

    static final String PROCESS = "maintenance-window";

    private final Windows windows;
    private final RuntimeService runtime;

    WindowOpenings(Windows windows, RuntimeService runtime) {
        this.windows = windows;
        this.runtime = runtime;
    }

    /** The window of an occurrence, locked until the caller's transaction ends; opened by this, if nobody has before. */
    @Transactional
    public MaintenanceWindow open(Occurrence occurrence) {
        MaintenanceWindow planned = MaintenanceWindow.planned(occurrence);
        if (windows.open(planned)) {
            runtime.startProcessInstanceByKey(PROCESS, planned.id().text());
        }
        return windows.lock(planned.id()).orElseThrow();
    }
}
