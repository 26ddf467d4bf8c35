package org.syncgate.process;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/** Gives a request its place in the first window that suits, unless the one that it has still does. */
@Component
class JoinWindow implements JavaDelegate {

    private final CurrentRequest current;
    private final Requests requests;
    private final Windows windows;
    private final WindowChoice choice;
    private final WindowWords words;
    private final Approvals approvals;
    private final Clock clock;

    JoinWindow(
            CurrentRequest current,
            Requests requests,
            Windows windows,
            WindowChoice choice,
            WindowWords words,
            Approvals approvals,
            Clock clock) {
        this.current = current;
        this.requests = requests;
        this.windows = windows;
        this.choice = choice;
        this.words = words;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        if (!(request.standing() instanceof Waiting)) {
            // amended or overturned meanwhile: there is nothing to announce
            execution.setVariable(Vars.TOLD, true);
            return;
        }
        Optional<MaintenanceWindow> present =
                windows.placeOf(request.id()).map(Place::window).flatMap(windows::lock);
        if (present.filter(window -> choice.suits(request, window)).isEmpty()) {
            present.ifPresent(window ->
                    windows.leave(request.id(), "Its notice does not elapse before the window's end any more."));
            join(request);
        }
        execution.setVariable(
                Vars.TOLD,
                choice.isNoticeGiven(request) && approvals.tally(request).isFilled());
    }

    private void join(DeploymentRequest request) {
        Optional<MaintenanceWindow> suits = choice.firstFor(request);
        if (suits.isEmpty()) {
            String why = "Its deployment's calendar has no window to come. Ask an administrator to look at"
                    + " syncgate.calendars.";
            requests.save(request.end(Outcome.REFUSED, why, clock.instant()), Kind.REFUSED, Entry.SYNCGATE, why);
        } else {
            join(request, suits.orElseThrow());
        }
    }

    private void join(DeploymentRequest request, MaintenanceWindow window) {
        boolean rollsOver = !windows.leftBy(request.id()).isEmpty();
        windows.join(request.id(), window.id());
        String said = (rollsOver ? "It rolls over to " : "It is to be synced in ") + words.window(window) + "."
                + expiry(request, window);
        requests.save(request.waits(said), rollsOver ? Kind.ROLLED_OVER : Kind.WINDOW_JOINED, Entry.SYNCGATE, said);
    }

    private static String expiry(DeploymentRequest request, MaintenanceWindow window) {
        return request.expiresAt().isAfter(window.startsAt())
                ? ""
                : " But the request expires before that, at " + Moments.time(request.expiresAt())
                        + ": withdraw it, and start anew.";
    }
}
