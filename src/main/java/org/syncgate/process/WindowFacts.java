package org.syncgate.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.gate.Lineup;
import org.syncgate.gate.Turn;
import org.syncgate.gate.Turn.Progress;
import org.syncgate.model.Revisions;
import org.syncgate.request.Standing.Ended;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.NotedWork;
import org.syncgate.window.Windows;

/** What the forms of a window's tasks show, by the names of their variables. */
@Component
class WindowFacts {

    private static final int LONGEST_PLACES = 3_900;

    private final Lineup lineup;
    private final Windows windows;
    private final WindowWords words;
    private final People people;

    WindowFacts(Lineup lineup, Windows windows, WindowWords words, People people) {
        this.lineup = lineup;
        this.windows = windows;
        this.words = words;
        this.people = people;
    }

    Map<String, String> of(MaintenanceWindow window) {
        List<Turn> turns = lineup.of(window);
        Map<String, String> facts = new HashMap<>();
        facts.put(
                Vars.ABOUT,
                "Maintenance window " + window.id() + ", " + window.status().words());
        facts.put(Vars.DETAILS, details(window));
        facts.put(Vars.QUEUE, queue(turns));
        facts.put(Vars.PLACES, places(turns));
        facts.put(Vars.PAGE, PublicUrl.page(window.id()));
        facts.replaceAll((name, text) -> Texts.cut(text));
        return facts;
    }

    private String details(MaintenanceWindow window) {
        List<NotedWork> noted = windows.work(window.id());
        Map<String, String> names =
                people.namesOf(noted.stream().map(NotedWork::who).toList());
        String work = noted.stream()
                .map(one -> Markdown.escape(one.what()) + " ("
                        + Markdown.escape(names.getOrDefault(one.who(), one.who())) + ")")
                .collect(Collectors.joining("; "));
        return "**When:** " + Markdown.escape(words.when(window)) + "\n\n**Coordinator:** "
                + Markdown.escape(words.coordinator(window))
                + (work.isEmpty() ? "" : "\n\n**Other work:** " + work);
    }

    private static String queue(List<Turn> turns) {
        return Markdown.list(turns.stream().map(WindowFacts::line).toList(), "No request is in it at the moment.");
    }

    static String line(Turn turn) {
        return turn.request().agreement().application() + " "
                + Revisions.brief(turn.request().agreement().deployed()) + " → "
                + Revisions.brief(turn.request().agreement().target()) + " ("
                + turn.request().id() + "): "
                + how(turn)
                + turn.place().held().map(why -> ", because: " + why).orElse("");
    }

    private static String how(Turn turn) {
        return turn.progress() == Progress.OVER && turn.request().standing() instanceof Ended ended
                ? ended.outcome().words()
                : turn.progress().words();
    }

    /** Those that something can be done about. */
    private static String places(List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.progress() == Progress.QUEUED || turn.progress() == Progress.HELD)
                .map(turn -> turn.request().agreement().application() + ", "
                        + turn.progress().words() + "|" + turn.request().id())
                // in whole lines: of half an id nothing can be chosen
                .reduce(
                        "",
                        (lines, line) -> lines.length() + line.length() < LONGEST_PLACES ? lines + line + "\n" : lines)
                .strip();
    }
}
