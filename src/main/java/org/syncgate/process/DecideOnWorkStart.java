package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.model.Groups;
import org.syncgate.model.Moments;
import org.syncgate.record.Kind;
import org.syncgate.request.Wish;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;
import org.syncgate.window.Windows;

/** Marks work start: from now on the gate may grant what is in the window. */
@Component
class DecideOnWorkStart implements TaskListener {

    private final CurrentWindow current;
    private final Windows windows;
    private final People people;
    private final SignedIn signedIn;
    private final Clock clock;

    DecideOnWorkStart(CurrentWindow current, Windows windows, People people, SignedIn signedIn, Clock clock) {
        this.current = current;
        this.windows = windows;
        this.people = people;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        MaintenanceWindow window = current.lock(task.getExecution());
        String comment = Fields.atMost(Wish.MAX_REASON, Vars.COMMENT, Fields.text(task, Vars.COMMENT));
        Instant now = clock.instant();
        if (window.status() != Status.CONFIRMED) {
            throw new Refused(window.id() + " is " + window.status().words() + ".");
        }
        if (!now.isBefore(window.endsAt())) {
            throw new Refused(window.id() + " was to end at " + Moments.time(window.endsAt())
                    + ". What was queued is being moved to the next window.");
        }
        if (now.isBefore(window.startsAt())) {
            requireAdministrator(window, comment);
        }
        windows.save(window.start(now), Kind.WORK_STARTED, signedIn.id(), comment);
    }

    private void requireAdministrator(MaintenanceWindow window, String comment) {
        boolean administrator = people.find(signedIn.id())
                .filter(person -> person.isIn(Groups.SYNCGATE_ADMINS))
                .isPresent();
        if (!administrator) {
            throw new Refused(window.id() + " starts at " + Moments.time(window.startsAt())
                    + ". Mark work start then; only an administrator who coordinates it can do so earlier.");
        }
        if (Wish.length(comment) < Wish.MIN_REASON) {
            throw new Refused("It starts at " + Moments.time(window.startsAt()) + ": say in at least " + Wish.MIN_REASON
                    + " characters why work starts earlier.");
        }
    }
}
