package org.syncgate.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncgate.gate.Turn.Progress;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Moments;
import org.syncgate.model.RequestId;
import org.syncgate.request.Attempt;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Syncing;
import org.syncgate.request.Standing.Voided;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Place;

/**
 * Whose turn it is in a window: each application goes through the environments in their configured order, the next only
 * when the one before is healthy, and no more are synced at once than the calendar permits.
 */
final class Turns {

    /**
     * What a calendar says of its windows.
     *
     * @param atOnce how many syncs at once in the window
     * @param atOncePerCluster how many of them in one cluster
     * @param sequence from a cluster to the clusters that its applications go through in this order; empty where there is
     *     no order
     */
    record Rules(int atOnce, int atOncePerCluster, Function<String, List<String>> sequence) {}

    private final MaintenanceWindow window;
    private final List<Place> places;
    private final Map<RequestId, DeploymentRequest> requests;
    private final List<DeploymentRequest> elsewhere;
    private final Rules rules;
    private final Instant now;

    /** @param elsewhere the open requests that have left this window without having been synced in it */
    Turns(
            MaintenanceWindow window,
            List<Place> places,
            Map<RequestId, DeploymentRequest> requests,
            List<DeploymentRequest> elsewhere,
            Rules rules,
            Instant now) {
        this.window = window;
        this.places = List.copyOf(places);
        this.requests = Map.copyOf(requests);
        this.elsewhere = List.copyOf(elsewhere);
        this.rules = rules;
        this.now = now;
    }

    List<Turn> all() {
        return places.stream()
                .map(place -> {
                    DeploymentRequest request = request(place);
                    return new Turn(place, request, progress(place), obstacle(place));
                })
                .toList();
    }

    /** What keeps a request back; nothing of it is the gate's other conditions' business. */
    private Optional<String> obstacle(Place place) {
        return held(place).or(this::shut).or(() -> earlier(place)).or(() -> crowded(place));
    }

    private static Optional<String> held(Place place) {
        return place.held().map(why -> "The coordinator holds it back: " + why);
    }

    private Optional<String> shut() {
        if (window.grantsAt(now)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (window.status()) {
                    case PLANNED, CONFIRMED ->
                        "Work in the maintenance window " + window.id() + " has not started; it is to start at "
                                + Moments.time(window.startsAt()) + ".";
                    case UNDER_WAY ->
                        "The maintenance window " + window.id() + " was to end at " + Moments.time(window.endsAt())
                                + ", and nothing is granted after that.";
                    case ENDED, SKIPPED ->
                        "The maintenance window " + window.id() + " is "
                                + window.status().words() + ".";
                });
    }

    /** The environments before it, of the same application, as far as they have a request in this window. */
    private Optional<String> earlier(Place place) {
        ApplicationId application = application(place);
        List<String> sequence = rules.sequence().apply(application.cluster());
        return sequence.stream()
                .limit(Math.max(0, sequence.indexOf(application.cluster())))
                .map(cluster -> new ApplicationId(cluster, application.name()))
                .flatMap(before -> unhealthy(before).or(() -> elsewhere(before)).stream())
                .findFirst();
    }

    private Optional<String> unhealthy(ApplicationId before) {
        return places.stream()
                .filter(other -> application(other).equals(before))
                .filter(other -> progress(other) != Progress.HEALTHY && progress(other) != Progress.OVER)
                .map(other -> "First comes " + before + ", which is "
                        + progress(other).words() + ".")
                .findFirst();
    }

    private Optional<String> elsewhere(ApplicationId before) {
        return elsewhere.stream()
                .filter(request -> request.agreement().application().equals(before))
                .map(request -> "First comes " + before + ", which has left this window.")
                .findFirst();
    }

    private Optional<String> crowded(Place place) {
        String cluster = application(place).cluster();
        List<String> syncing = places.stream()
                .filter(other -> !other.equals(place) && progress(other) == Progress.SYNCING)
                .map(other -> application(other).cluster())
                .toList();
        if (syncing.size() >= rules.atOnce()) {
            return Optional.of(
                    "As many are being synced in the window as are permitted at once: " + rules.atOnce() + ".");
        }
        return syncing.stream().filter(cluster::equals).count() >= rules.atOncePerCluster()
                ? Optional.of("As many are being synced in " + cluster + " as are permitted at once: "
                        + rules.atOncePerCluster() + ".")
                : Optional.empty();
    }

    private Progress progress(Place place) {
        DeploymentRequest request = request(place);
        if (request.standing() instanceof Syncing) {
            return Progress.SYNCING;
        }
        if (request.standing() instanceof Failed) {
            return Progress.FAILED;
        }
        if (request.standing() instanceof Ended ended) {
            return switch (ended.outcome()) {
                case DEPLOYED, DEPLOYED_OUTSIDE -> Progress.HEALTHY;
                // without one that began, nothing of it can be unhealthy
                case GIVEN_UP, EXPIRED, REJECTED, REFUSED, VOIDED, WITHDRAWN ->
                    request.attempt().flatMap(Attempt::startedAt).isPresent() ? Progress.FAILED : Progress.OVER;
            };
        }
        if (request.standing() instanceof Voided) {
            return Progress.VOID;
        }
        return place.held().isPresent() ? Progress.HELD : Progress.QUEUED;
    }

    private ApplicationId application(Place place) {
        return request(place).agreement().application();
    }

    private DeploymentRequest request(Place place) {
        return Optional.ofNullable(requests.get(place.request()))
                .orElseThrow(() -> new IllegalStateException("There is no request " + place.request()));
    }

    static Map<RequestId, DeploymentRequest> byId(List<DeploymentRequest> requests) {
        return requests.stream().collect(Collectors.toMap(DeploymentRequest::id, Function.identity()));
    }
}
