package org.syncgate.process;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.gate.Lineup;
import org.syncgate.model.RequestId;
import org.syncgate.model.Revisions;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.window.Departure;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.NotedWork;
import org.syncgate.window.WindowRecorded;
import org.syncgate.window.Windows;

/** Writes what is told of a window, from the templates under {@code notices/}. */
@Component
class WindowTexts {

    private final NoticeTemplates templates = new NoticeTemplates();
    private final Lineup lineup;
    private final Windows windows;
    private final Requests requests;
    private final WindowWords words;
    private final People people;
    private final PublicUrl url;

    WindowTexts(Lineup lineup, Windows windows, Requests requests, WindowWords words, People people, PublicUrl url) {
        this.lineup = lineup;
        this.windows = windows;
        this.requests = requests;
        this.words = words;
        this.people = people;
        this.url = url;
    }

    String text(NoticeKind kind, WindowRecorded event) {
        MaintenanceWindow window = event.window();
        List<String> noted = windows.work(window.id()).stream().map(this::work).toList();
        Map<String, Object> facts = new HashMap<>();
        facts.put("window", window.id().text());
        facts.put("when", words.when(window));
        facts.put("coordinator", words.coordinator(window));
        facts.put("who", event.who().equals(Entry.SYNCGATE) ? "Syncgate" : people.nameOf(event.who()));
        facts.put("why", NoticeTemplates.line(event.why()));
        facts.put("requests", isAhead(kind) ? ahead(window) : results(window));
        facts.put("work", noted);
        facts.put("others", others(window));
        facts.put("page", url.about(window.id()).toString());
        return templates.fill(kind, facts);
    }

    /** Without templates and what has to be looked up, for when either fails. */
    static String plain(NoticeKind kind, WindowRecorded event) {
        return ("Maintenance window " + event.window().id() + ": " + kind.words() + ". "
                        + NoticeTemplates.line(event.why()))
                .strip();
    }

    private static boolean isAhead(NoticeKind kind) {
        return kind == NoticeKind.WINDOW_AHEAD || kind == NoticeKind.WORK_START;
    }

    private List<String> ahead(MaintenanceWindow window) {
        return lineup.of(window).stream()
                .filter(turn -> turn.request().isOpen())
                .map(WindowFacts::line)
                .map(NoticeTemplates::line)
                .toList();
    }

    private List<String> results(MaintenanceWindow window) {
        Map<RequestId, Departure> left = windows.departures(window.id()).stream()
                .collect(Collectors.toMap(
                        Departure::request, Function.identity(), (one, later) -> later, LinkedHashMap::new));
        return Stream.concat(
                        lineup.of(window).stream().map(WindowFacts::line),
                        requests.all(left.keySet()).stream().map(request -> departure(request, left.get(request.id()))))
                .map(NoticeTemplates::line)
                .toList();
    }

    private static String departure(DeploymentRequest request, @Nullable Departure departure) {
        return request.agreement().application() + " "
                + Revisions.brief(request.agreement().deployed()) + " → "
                + Revisions.brief(request.agreement().target()) + " (" + request.id() + "): "
                + Objects.requireNonNull(departure).why();
    }

    private String work(NotedWork noted) {
        return NoticeTemplates.line(noted.what()) + " (" + people.nameOf(noted.who()) + ")";
    }

    /** People who read of one window are told of the other that goes on at the same time. */
    private List<String> others(MaintenanceWindow window) {
        return windows.open().stream()
                .filter(other ->
                        !other.id().equals(window.id()) && other.status() == MaintenanceWindow.Status.UNDER_WAY)
                .map(other -> other.id() + ", coordinated by " + words.coordinator(other))
                .toList();
    }
}
