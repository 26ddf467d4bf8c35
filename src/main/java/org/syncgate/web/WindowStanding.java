package org.syncgate.web;

import java.time.Instant;
import org.syncgate.model.Moments;
import org.syncgate.process.WindowLine;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.WindowCalendar;

/** Says where a window stands, and what is to be done or left by whom. */
final class WindowStanding {

    private WindowStanding() {}

    static String words(WindowLine line, Instant now) {
        MaintenanceWindow window = line.window();
        return switch (window.status()) {
            case PLANNED -> planned(line);
            case CONFIRMED -> confirmed(line, now);
            case UNDER_WAY -> underWay(line, now);
            case ENDED ->
                "It is over since " + window.overAt().map(Moments::time).orElse("") + "."
                        + (window.startedAt().isEmpty() ? " No work was started in it." : "");
            case SKIPPED -> "It does not take place. What was in it looks for the next; why is in the record.";
        };
    }

    private static String planned(WindowLine line) {
        String start = Moments.time(line.window().startsAt());
        return line.calendar()
                .flatMap(WindowCalendar::confirmedBy)
                .map(group -> "Somebody of " + group + " has to confirm it before " + start + ", or it is skipped.")
                .orElse("It is to start at " + start + ".");
    }

    private static String confirmed(WindowLine line, Instant now) {
        String start = Moments.time(line.window().startsAt());
        if (line.coordinator().isEmpty()) {
            return "It takes place, but nobody has taken the coordination. Without a coordinator no work starts.";
        }
        String coordinator = line.coordinator().orElseThrow();
        return now.isBefore(line.window().startsAt())
                ? "It takes place. " + coordinator + " marks work start, from " + start + " on."
                : "It was to start at " + start + ", but " + coordinator
                        + " has not marked work start yet. Nothing is synced before that.";
    }

    private static String underWay(WindowLine line, Instant now) {
        return line.window().grantsAt(now)
                ? "Work is under way. Please hold off reporting problems, and bring questions to "
                        + line.coordinator().orElse("its coordinator") + "."
                : "Its end has come, and nothing more is granted. Work end has still to be marked.";
    }
}
