package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.model.RequestId;
import org.syncgate.record.Kind;
import org.syncgate.request.Wish;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;
import org.syncgate.window.Windows;

/** What a coordinator does while their window is under way. */
@Component
class DecideOnRun implements TaskListener {

    private final CurrentWindow current;
    private final Windows windows;
    private final WindowPlacements placements;
    private final Extensions extensions;
    private final SignedIn signedIn;

    DecideOnRun(
            CurrentWindow current,
            Windows windows,
            WindowPlacements placements,
            Extensions extensions,
            SignedIn signedIn) {
        this.current = current;
        this.windows = windows;
        this.placements = placements;
        this.extensions = extensions;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        String action = Fields.text(task, Vars.ACTION);
        String message = Fields.atMost(Wish.MAX_REASON, Vars.MESSAGE, Fields.text(task, Vars.MESSAGE));
        String who = signedIn.id();
        switch (action) {
            case "hold" -> placements.hold(window(task), request(task), who, message);
            case "release" -> placements.release(window(task), request(task), who, message);
            case "move" -> placements.move(window(task), request(task), who, message);
            case "extend" -> extensions.extend(lock(task), who, message);
            case "announce" ->
                windows.record(lock(task), Kind.WINDOW_SAID, who, required(message, "what is to be announced"));
            case "note-work" -> windows.note(lock(task), who, required(message, "what else is being worked on"));
            default -> throw new Refused("Choose what to do: hold, release, move, announce, extend or note-work.");
        }
    }

    private MaintenanceWindow window(DelegateTask task) {
        return underWay(current.find(task.getExecution()));
    }

    private MaintenanceWindow lock(DelegateTask task) {
        return underWay(current.lock(task.getExecution()));
    }

    private static MaintenanceWindow underWay(MaintenanceWindow window) {
        if (window.status() != Status.UNDER_WAY) {
            throw new Refused(window.id() + " is " + window.status().words() + ".");
        }
        return window;
    }

    private static RequestId request(DelegateTask task) {
        return RequestId.parse(Fields.text(task, Vars.REQUEST))
                .orElseThrow(() -> new Refused("Choose which of the window's requests is meant."));
    }

    private static String required(String message, String what) {
        if (message.isEmpty()) {
            throw new Refused("Write " + what + " into the field for your words.");
        }
        return message;
    }
}
