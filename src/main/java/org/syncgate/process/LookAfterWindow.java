package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Windows;

/**
 * Looks after a window under way: gives its word once more in case it was lost, says when its end has come, and closes it
 * when its work end is marked by nobody.
 */
@Component
class LookAfterWindow implements JavaDelegate {

    private final CurrentWindow current;
    private final Windows windows;
    private final WindowWord word;
    private final WindowEnds ends;
    private final WindowTimes times;
    private final Records records;
    private final Clock clock;

    LookAfterWindow(
            CurrentWindow current,
            Windows windows,
            WindowWord word,
            WindowEnds ends,
            WindowTimes times,
            Records records,
            Clock clock) {
        this.current = current;
        this.windows = windows;
        this.word = word;
        this.ends = ends;
        this.times = times;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MaintenanceWindow window = current.lock(execution);
        Instant now = clock.instant();
        if (window.isOpen()
                && !now.isBefore(times.closesAt(window))
                && ends.unfinished(window).isEmpty()) {
            ends.end(window, Kind.WINDOW_CLOSED, Entry.SYNCGATE, "Work end was not marked.");
            execution.setVariable(Vars.CLOSED, true);
            return;
        }
        execution.setVariable(Vars.CLOSED, !window.isOpen());
        if (!now.isBefore(window.endsAt()) && !isEndTold(window)) {
            windows.record(window, Kind.WINDOW_END_PASSED, Entry.SYNCGATE, endPassed(window));
        }
        word.callNextAfterCommit(window.id());
        execution.setVariable(Vars.LOOK_AGAIN, Timers.at(lookAgain(window, now)));
    }

    private Instant lookAgain(MaintenanceWindow window, Instant now) {
        Instant usual = now.plus(times.lookAgain());
        return Stream.of(window.endsAt(), times.closesAt(window))
                .filter(moment -> moment.isAfter(now) && moment.isBefore(usual))
                .findFirst()
                .orElse(usual);
    }

    /** Told of this end: after an extension there is another. */
    private boolean isEndTold(MaintenanceWindow window) {
        return records.of(window.id()).stream()
                .anyMatch(entry ->
                        entry.kind() == Kind.WINDOW_END_PASSED && !entry.at().isBefore(window.endsAt()));
    }

    private String endPassed(MaintenanceWindow window) {
        var unfinished = ends.unfinished(window);
        return "Nothing more is granted. "
                + (unfinished.isEmpty()
                        ? "Work end can be marked."
                        : "Still being synced: " + String.join(", ", unfinished) + ".")
                + " If nobody marks work end, it is closed at " + Moments.time(times.closesAt(window)) + ".";
    }
}
