package org.syncgate.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.record.Kind;
import org.syncgate.request.Wish;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;

/** Marks work end, unless something has a grant and is not finished. */
@Component
class DecideOnWorkEnd implements TaskListener {

    private final CurrentWindow current;
    private final WindowEnds ends;
    private final SignedIn signedIn;

    DecideOnWorkEnd(CurrentWindow current, WindowEnds ends, SignedIn signedIn) {
        this.current = current;
        this.ends = ends;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        MaintenanceWindow window = current.lock(task.getExecution());
        if (window.status() != Status.UNDER_WAY) {
            throw new Refused(window.id() + " is " + window.status().words() + ".");
        }
        List<String> unfinished = ends.unfinished(window);
        if (!unfinished.isEmpty()) {
            throw new Refused("Work cannot end while these are being synced: " + String.join(", ", unfinished)
                    + ". Wait until they are finished, or hold back what is still queued.");
        }
        String comment = Fields.atMost(Wish.MAX_REASON, Vars.COMMENT, Fields.text(task, Vars.COMMENT));
        ends.end(window, Kind.WORK_ENDED, signedIn.id(), comment);
    }
}
