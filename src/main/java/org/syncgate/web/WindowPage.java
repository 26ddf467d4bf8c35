package org.syncgate.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncgate.model.Moments;
import org.syncgate.model.RequestId;
import org.syncgate.process.WindowLine;
import org.syncgate.process.WindowOverview;
import org.syncgate.process.WindowTasks.OpenTask;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Departure;
import org.syncgate.window.MaintenanceWindow;

/**
 * All that one window's own page shows; all texts are for people.
 *
 * @param words where it stands, in a sentence or two
 * @param coordinator who coordinates it; empty as long as nobody has taken it
 * @param email how to reach them; empty where that is not known
 * @param moved what to add where somebody moved it to another time; may be empty
 * @param announced where it is announced; empty where that is not known
 * @param tasks what the reader can do
 * @param queue what is in it, in the order in which they joined
 * @param entries its record, the first first
 */
record WindowPage(
        WindowRow window,
        String words,
        String coordinator,
        String email,
        String moved,
        String announced,
        List<Todo> tasks,
        List<Member> queue,
        List<Work> work,
        List<Left> left,
        List<EntryView> entries) {

    /** A link to an open task. */
    record Todo(String path, String words) {}

    /** One request in it, and what it waits for or has come to. */
    record Member(RequestView request, String progress, String words) {}

    /** Other work. */
    record Work(String at, String who, String what) {}

    /** A request that left it. */
    record Left(String request, String application, String at, String why) {}

    private static final Map<String, String> TASKS = Map.of(
            "confirmWindow", "Confirm, move or skip it",
            "takeCoordination", "Take the coordination",
            "markWorkStart", "Mark work start",
            "runWindow", "Hold, move, announce, extend …",
            "markWorkEnd", "Mark work end");

    static WindowPage of(WindowOverview overview, List<OpenTask> tasks, Instant now) {
        MaintenanceWindow window = overview.window();
        WindowRow row = WindowRow.of(overview.line());
        return new WindowPage(
                row,
                WindowStanding.words(overview.line(), now),
                row.coordinator(),
                overview.email().orElse(""),
                window.moved() ? moved(overview.line()) : "",
                overview.line()
                        .calendar()
                        .map(calendar -> String.join(", ", calendar.channels()))
                        .orElse(""),
                tasks.stream().map(task -> todo(row, task)).toList(),
                overview.members().stream()
                        .map(member -> member(member, overview.names()))
                        .toList(),
                overview.work().stream()
                        .map(work -> new Work(
                                Moments.time(work.at()),
                                overview.names().getOrDefault(work.who(), work.who()),
                                work.what()))
                        .toList(),
                left(overview),
                overview.record().stream()
                        .map(entry -> EntryView.of(entry, overview.names()))
                        .toList());
    }

    /** What it shows, parted by spaces. */
    public String about() {
        return Stream.concat(
                        Stream.of(window.id()),
                        queue.stream().map(member -> member.request().id()))
                .collect(Collectors.joining(" "));
    }

    private static String moved(WindowLine line) {
        LocalDate planned = line.window().id().planned();
        return line.calendar()
                .flatMap(calendar -> calendar.on(planned))
                .map(occurrence -> "Moved; it was planned for " + Moments.time(occurrence.start()) + ".")
                .orElse("Moved; it was planned for " + planned + ".");
    }

    private static Todo todo(WindowRow row, OpenTask task) {
        return new Todo(row.path() + "/tasks/" + task.kind(), TASKS.getOrDefault(task.kind(), "Open its task"));
    }

    private static Member member(WindowOverview.Member member, Map<String, String> names) {
        return new Member(
                RequestView.of(member.request(), names),
                member.progress(),
                member.obstacle().orElseGet(() -> member.request().standing().words()));
    }

    private static List<Left> left(WindowOverview overview) {
        Map<RequestId, DeploymentRequest> requests =
                overview.left().stream().collect(Collectors.toMap(DeploymentRequest::id, Function.identity()));
        return overview.departures().stream()
                .map(departure -> left(departure, requests))
                .toList();
    }

    private static Left left(Departure departure, Map<RequestId, DeploymentRequest> requests) {
        DeploymentRequest request = requests.get(departure.request());
        return new Left(
                departure.request().text(),
                request == null ? "" : request.agreement().application().toString(),
                Moments.time(departure.at()),
                departure.why());
    }
}
