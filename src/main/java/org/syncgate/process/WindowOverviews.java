package org.syncgate.process;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.access.Person;
import org.syncgate.gate.Lineup;
import org.syncgate.gate.Turn;
import org.syncgate.gate.Turn.Progress;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;
import org.syncgate.record.Entry;
import org.syncgate.record.Records;
import org.syncgate.request.Requests;
import org.syncgate.window.Calendars;
import org.syncgate.window.Departure;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.NotedWork;
import org.syncgate.window.Place;
import org.syncgate.window.WindowCalendar;
import org.syncgate.window.Windows;

/** Gathers what there is to show of windows. */
@Component
public class WindowOverviews {

    /** Of each calendar. */
    private static final int TO_COME_SHOWN = 3;

    private final Windows windows;
    private final Calendars calendars;
    private final Lineup lineup;
    private final Requests requests;
    private final Records records;
    private final People people;
    private final Clock clock;

    WindowOverviews(
            Windows windows,
            Calendars calendars,
            Lineup lineup,
            Requests requests,
            Records records,
            People people,
            Clock clock) {
        this.windows = windows;
        this.calendars = calendars;
        this.lineup = lineup;
        this.requests = requests;
        this.records = records;
        this.people = people;
        this.clock = clock;
    }

    /** Several windows; what is open and to come is ordered by its start, what is over has the latest first. */
    public record Lists(List<WindowLine> current, List<WindowLine> over) {}

    /** @param overAtMost how many of those that are over */
    public Lists all(int overAtMost) {
        List<MaintenanceWindow> open = windows.open();
        List<MaintenanceWindow> over = windows.over(overAtMost);
        List<MaintenanceWindow> opened =
                Stream.concat(open.stream(), over.stream()).toList();
        Set<WindowId> known = opened.stream().map(MaintenanceWindow::id).collect(Collectors.toSet());
        Map<WindowId, Integer> sizes = windows.sizes(known);
        Map<String, String> names = people.namesOf(
                opened.stream().flatMap(window -> window.coordinator().stream()).toList());
        Stream<WindowLine> current = Stream.concat(
                open.stream().map(window -> line(window, sizes.getOrDefault(window.id(), 0), names)), toCome(known));
        return new Lists(
                current.sorted(Comparator.comparing(line -> line.window().startsAt()))
                        .toList(),
                over.stream()
                        .map(window -> line(window, sizes.getOrDefault(window.id(), 0), names))
                        .toList());
    }

    private Stream<WindowLine> toCome(Set<WindowId> known) {
        return calendars.all().stream()
                .flatMap(calendar -> calendar.endingAfter(clock.instant())
                        .map(MaintenanceWindow::planned)
                        .filter(window -> !known.contains(window.id()))
                        .limit(TO_COME_SHOWN)
                        .map(window -> new WindowLine(window, false, Optional.of(calendar), Optional.empty(), 0)));
    }

    /** The window that a request is in, or was synced in; empty where it is in none. */
    public Optional<WindowLine> of(RequestId request) {
        return windows.placeOf(request)
                .map(Place::window)
                .flatMap(windows::find)
                .map(window -> line(
                        window, 0, people.namesOf(window.coordinator().stream().toList())));
    }

    /** One window; empty where nothing is kept of it. */
    public Optional<WindowOverview> of(WindowId id) {
        return windows.find(id).map(this::overview);
    }

    private WindowOverview overview(MaintenanceWindow window) {
        List<Turn> turns = lineup.of(window);
        List<NotedWork> work = windows.work(window.id());
        List<Departure> departures = windows.departures(window.id());
        List<Entry> record = records.of(window.id());
        Map<String, String> names = people.namesOf(Stream.of(
                        window.coordinator().stream(),
                        work.stream().map(NotedWork::who),
                        record.stream().map(Entry::who),
                        turns.stream().map(turn -> turn.request().wish().requester()))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet()));
        return new WindowOverview(
                line(window, turns.size(), names),
                window.coordinator().flatMap(people::find).flatMap(Person::email),
                turns.stream().map(WindowOverviews::member).toList(),
                work,
                departures,
                requests.all(departures.stream().map(Departure::request).collect(Collectors.toSet())),
                record,
                names);
    }

    private static WindowOverview.Member member(Turn turn) {
        boolean isWaiting = turn.progress() == Progress.QUEUED || turn.progress() == Progress.HELD;
        return new WindowOverview.Member(
                turn.request(), turn.progress().words(), turn.obstacle().filter(obstacle -> isWaiting));
    }

    private WindowLine line(MaintenanceWindow window, int size, Map<String, String> names) {
        Optional<WindowCalendar> calendar = calendars.named(window.id().calendar());
        return new WindowLine(window, true, calendar, window.coordinator().map(id -> names.getOrDefault(id, id)), size);
    }
}
