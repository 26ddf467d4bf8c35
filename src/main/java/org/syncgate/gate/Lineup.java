package org.syncgate.gate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.model.RequestId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.window.Calendars;
import org.syncgate.window.Departure;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Place;
import org.syncgate.window.WindowCalendar;
import org.syncgate.window.Windows;

/** Whose turn it is in each window: what the gate judges by, and what a window gives its word by. */
@Component
public class Lineup {

    private final Windows windows;
    private final Calendars calendars;
    private final Requests requests;
    private final Clock clock;

    Lineup(Windows windows, Calendars calendars, Requests requests, Clock clock) {
        this.windows = windows;
        this.calendars = calendars;
        this.requests = requests;
        this.clock = clock;
    }

    /** All requests of a window in the order in which they joined it; empty where there is none. */
    public List<Turn> of(MaintenanceWindow window) {
        List<Place> places = windows.places(window.id());
        if (places.isEmpty()) {
            return List.of();
        }
        Set<RequestId> here = places.stream().map(Place::request).collect(Collectors.toSet());
        Set<RequestId> left = windows.departures(window.id()).stream()
                .map(Departure::request)
                .filter(request -> !here.contains(request))
                .collect(Collectors.toSet());
        List<DeploymentRequest> all =
                requests.all(Stream.concat(here.stream(), left.stream()).toList());
        List<DeploymentRequest> elsewhere = all.stream()
                .filter(request -> left.contains(request.id()) && request.isOpen())
                .toList();
        return new Turns(window, places, Turns.byId(all), elsewhere, rules(window), clock.instant()).all();
    }

    /**
     * What keeps a request from being granted in its window; empty where it may be. Whoever found its window before they
     * had locked it may have been overtaken by its end: what has left a window is not granted in it.
     */
    public Optional<String> obstacle(MaintenanceWindow window, RequestId request) {
        return of(window).stream()
                .filter(turn -> turn.place().request().equals(request))
                .findFirst()
                .map(Turn::obstacle)
                .orElseGet(() -> Optional.of("It is not in " + window.id() + " any more."));
    }

    /** A calendar that is not configured any more lets nothing through (S7). */
    private Turns.Rules rules(MaintenanceWindow window) {
        Optional<WindowCalendar> calendar = calendars.named(window.id().calendar());
        return new Turns.Rules(
                calendar.map(WindowCalendar::atOnce).orElse(0),
                calendar.map(WindowCalendar::atOncePerCluster).orElse(0),
                calendars::environmentsWith);
    }
}
