package org.syncgate.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.gate.Lineup;
import org.syncgate.gate.Turn;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Syncing;
import org.syncgate.request.Standing.Voided;
import org.syncgate.window.Calendars;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/** What becomes of a single request's place in a window. The request is locked before the window, as by the gate. */
@Component
class WindowPlacements {

    private final Requests requests;
    private final Windows windows;
    private final Lineup lineup;
    private final Calendars calendars;

    WindowPlacements(Requests requests, Windows windows, Lineup lineup, Calendars calendars) {
        this.requests = requests;
        this.windows = windows;
        this.lineup = lineup;
        this.calendars = calendars;
    }

    /** Keeps a request from being synced until it is released. */
    void hold(MaintenanceWindow window, RequestId id, String who, String why) {
        DeploymentRequest request = waiting(queued(window, id));
        String reason = Fields.why(why, "it is held back");
        if (lock(window, id).held().isPresent()) {
            throw new Refused(id + " is held back already.");
        }
        windows.hold(id, Optional.of(reason));
        requests.save(request.waits("The coordinator holds it back: " + reason), Kind.PLACE_HELD, who, reason);
    }

    void release(MaintenanceWindow window, RequestId id, String who, String why) {
        DeploymentRequest request = waiting(queued(window, id));
        if (lock(window, id).held().isEmpty()) {
            throw new Refused(id + " is not held back, so there is nothing to release.");
        }
        windows.hold(id, Optional.empty());
        requests.save(request.waits("It was released in " + window.id() + "."), Kind.PLACE_RELEASED, who, why);
    }

    /** Sends a request to the next window, and with it the same application in the environments that come after. */
    void move(MaintenanceWindow window, RequestId id, String who, String why) {
        DeploymentRequest request = queued(window, id);
        String reason = Fields.why(why, "it is moved");
        List<DeploymentRequest> followers = followers(window, request);
        lock(window, id);
        String with = followers.stream()
                .map(other -> other.agreement().application().toString())
                .collect(Collectors.joining(", "));
        leave(window.id(), request, who, reason + (with.isEmpty() ? "" : " With it go " + with + "."));
        followers.forEach(other -> leave(
                window.id(),
                other,
                who,
                request.agreement().application() + ", which comes first, was moved to the next window: " + reason));
    }

    /** One that is synced although it comes later stays, and is followed in this window. */
    private List<DeploymentRequest> followers(MaintenanceWindow window, DeploymentRequest request) {
        List<String> after = after(request.agreement().application().cluster());
        return lineup.of(window).stream()
                .map(Turn::request)
                .filter(other -> other.isOpen() && !other.id().equals(request.id()))
                .filter(other -> other.agreement()
                        .application()
                        .name()
                        .equals(request.agreement().application().name()))
                .filter(other -> after.contains(other.agreement().application().cluster()))
                .flatMap(other -> requests.lock(other.id()).stream())
                .filter(DeploymentRequest::isAmendable)
                .toList();
    }

    private void leave(WindowId window, DeploymentRequest request, String who, String why) {
        windows.leave(request.id(), "Not synced in it: moved to the next window. " + why);
        requests.save(request, Kind.WINDOW_LEFT, who, "Out of " + window + ": " + why);
    }

    private static DeploymentRequest waiting(DeploymentRequest request) {
        if (request.standing() instanceof Voided) {
            throw new Refused(
                    "The agreement of " + request.id()
                            + " is void, so it is not synced anyway. Move it to the next window, or leave it to its requester.");
        }
        return request;
    }

    private List<String> after(String cluster) {
        List<String> sequence = calendars.environmentsWith(cluster);
        return sequence.subList(sequence.indexOf(cluster) + 1, sequence.size());
    }

    private DeploymentRequest queued(MaintenanceWindow window, RequestId id) {
        DeploymentRequest request = requests.lock(id)
                .filter(found -> windows.placeOf(id).map(Place::window).stream().anyMatch(window.id()::equals))
                .orElseThrow(() ->
                        new Refused(id + " is not in " + window.id() + " any more. Choose another from the list."));
        if (request.standing() instanceof Syncing) {
            throw new Refused(id + " is being synced, which nothing interrupts.");
        }
        if (request.standing() instanceof Failed) {
            throw new Refused(
                    "The sync of " + id + " failed: decide in its task \"Resolve the failed sync\" what next.");
        }
        if (request.standing() instanceof Ended ended) {
            throw new Refused(id + " has ended already: " + ended.outcome().words() + ".");
        }
        return request;
    }

    /** Locks the window after the request, as the gate does; from then on the request stays where it is. */
    private Place lock(MaintenanceWindow window, RequestId id) {
        if (windows.lock(window.id()).filter(MaintenanceWindow::isOpen).isEmpty()) {
            throw new Refused(window.id() + " has ended meanwhile.");
        }
        return windows.placeOf(id)
                .filter(place -> place.window().equals(window.id()))
                .orElseThrow(() -> new Refused(id + " is not in " + window.id() + " any more."));
    }
}
