package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;
import org.syncgate.record.Kind;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;
import org.syncgate.window.Windows;

/** Takes the word of who confirms a window: it takes place, at another time, or not at all. */
@Component
class DecideOnConfirmation implements TaskListener {

    private final CurrentWindow current;
    private final Windows windows;
    private final WindowEnds ends;
    private final NewTimes newTimes;
    private final SignedIn signedIn;
    private final Clock clock;

    DecideOnConfirmation(
            CurrentWindow current,
            Windows windows,
            WindowEnds ends,
            NewTimes newTimes,
            SignedIn signedIn,
            Clock clock) {
        this.current = current;
        this.windows = windows;
        this.ends = ends;
        this.newTimes = newTimes;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        MaintenanceWindow window = current.lock(task.getExecution());
        if (window.status() != Status.PLANNED) {
            throw new Refused(window.id() + " is " + window.status().words() + " already.");
        }
        String reason = Fields.reason(task);
        switch (Fields.text(task, Vars.DECISION)) {
            case "confirm" -> confirm(window, reason);
            case "move" -> move(window, Fields.text(task, Vars.NEW_START), reason);
            case "skip" -> ends.skip(window, signedIn.id(), Fields.why(reason, "it is skipped"));
            default -> throw new Refused("Choose what becomes of the window: confirm, move or skip.");
        }
    }

    private void confirm(MaintenanceWindow window, String reason) {
        if (!clock.instant().isBefore(window.endsAt())) {
            throw new Refused(window.id() + " was to end at " + Moments.time(window.endsAt())
                    + ": move it to another time, or skip it.");
        }
        windows.save(window.confirm(), Kind.WINDOW_CONFIRMED, signedIn.id(), reason);
    }

    private void move(MaintenanceWindow window, String newStart, String reason) {
        Instant start = newTimes.start(window, newStart);
        Optional<String> clash = newTimes.clash(window, start, start.plus(window.length()));
        if (clash.isPresent()) {
            throw new Refused(clash.orElseThrow());
        }
        windows.save(window.move(start), Kind.WINDOW_MOVED, signedIn.id(), Fields.why(reason, "it is moved"));
    }
}
