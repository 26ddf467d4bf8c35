package org.syncgate.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.gate.Lineup;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/**
 * Finds out whether a request has its window's word. The window's row is locked until the token waits, so that whoever
 * changes the window after this look finds somebody to tell.
 */
@Component
class AwaitTurn implements JavaDelegate {

    private final CurrentRequest current;
    private final Requests requests;
    private final Windows windows;
    private final Lineup lineup;

    AwaitTurn(CurrentRequest current, Requests requests, Windows windows, Lineup lineup) {
        this.current = current;
        this.requests = requests;
        this.windows = windows;
        this.lineup = lineup;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        execution.setVariable(Vars.EXPIRES_AT, Timers.at(request.expiresAt()));
        execution.setVariable(Vars.TURN, turn(request));
    }

    private String turn(DeploymentRequest request) {
        if (!(request.standing() instanceof Waiting waiting)) {
            return "over";
        }
        Optional<MaintenanceWindow> window =
                windows.placeOf(request.id()).map(Place::window).flatMap(windows::lock);
        // it may have left while the lock was waited for
        if (window.isEmpty() || windows.placeOf(request.id()).isEmpty()) {
            return "join";
        }
        Optional<String> obstacle = lineup.obstacle(window.orElseThrow(), request.id());
        obstacle.filter(why -> !why.equals(waiting.words()))
                .ifPresent(why -> requests.save(request.waits(why), Kind.GATE_WAITS, Entry.SYNCGATE, why));
        return obstacle.isPresent() ? "wait" : "go";
    }
}
