package org.syncgate.gate;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/**
 * Where the practice asks for a maintenance window: its coordinator has marked work start, its end has not come, and it
 * is this request's turn. The window's row stays locked until the grant is kept, so that no window ends over it and no
 * two take the same last place.
 */
@Component
class InItsWindow implements Timing {

    private final Windows windows;
    private final Lineup lineup;

    InItsWindow(Windows windows, Lineup lineup) {
        this.windows = windows;
        this.lineup = lineup;
    }

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request) {
        if (!request.practice().window()) {
            return Stream.empty();
        }
        Optional<MaintenanceWindow> window =
                windows.placeOf(request.id()).map(Place::window).flatMap(windows::lock);
        return window.isEmpty()
                ? Stream.of(Refusal.waits("It is in no maintenance window yet."))
                : lineup.obstacle(window.orElseThrow(), request.id()).map(Refusal::waits).stream();
    }
}
