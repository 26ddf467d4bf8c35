package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.gate.Lineup;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;

/** Closes a window whose end has come without anybody having marked work start. */
@Component
class CloseUnstarted implements JavaDelegate {

    private final CurrentWindow current;
    private final WindowEnds ends;
    private final Lineup lineup;

    CloseUnstarted(CurrentWindow current, WindowEnds ends, Lineup lineup) {
        this.current = current;
        this.ends = ends;
        this.lineup = lineup;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MaintenanceWindow window = current.lock(execution);
        if (window.status() == Status.CONFIRMED) {
            ends.end(window, Kind.WINDOW_CLOSED, Entry.SYNCGATE, why(window));
        }
    }

    private String why(MaintenanceWindow window) {
        if (lineup.of(window).stream().noneMatch(turn -> turn.request().isOpen())) {
            return "There was nothing to do: no request waited for it.";
        }
        return window.coordinator().isEmpty()
                ? "Nobody took the coordination, so no work was started before it was to end."
                : "Work start was never marked before it was to end.";
    }
}
