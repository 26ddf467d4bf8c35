package org.syncgate.process;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.gate.Lineup;
import org.syncgate.gate.Turn;
import org.syncgate.gate.Turn.Progress;
import org.syncgate.record.Kind;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Windows;

/** Ends windows: what is left over leaves, and is told by {@link TellLeftovers} to look for the next. */
@Component
class WindowEnds {

    private final Windows windows;
    private final Lineup lineup;
    private final Clock clock;

    WindowEnds(Windows windows, Lineup lineup, Clock clock) {
        this.windows = windows;
        this.lineup = lineup;
        this.clock = clock;
    }

    /** What has a grant and is not finished, by name; empty where nothing keeps the window from ending. */
    List<String> unfinished(MaintenanceWindow window) {
        return lineup.of(window).stream()
                .filter(turn -> turn.progress() == Progress.SYNCING)
                .map(WindowEnds::name)
                .toList();
    }

    /** @param window with its row locked, and nothing unfinished in it */
    void end(MaintenanceWindow window, Kind kind, String who, String why) {
        String moved = leave(window, "Not synced in it: the window has ended. It goes to the next.");
        windows.save(
                window.end(clock.instant()),
                kind,
                who,
                (why + (moved.isEmpty() ? "" : " Left over, and moved to the next window: " + moved + ".")).strip());
    }

    /** @param window with its row locked */
    void skip(MaintenanceWindow window, String who, String why) {
        leave(window, "Not synced in it: the window was skipped. It goes to the next.");
        windows.save(window.skip(clock.instant()), Kind.WINDOW_SKIPPED, who, why);
    }

    /** Answers what goes to the next window: of what failed or is void people decide whether it does. */
    private String leave(MaintenanceWindow window, String whyQueued) {
        List<Turn> open = lineup.of(window).stream()
                .filter(turn -> turn.request().isOpen())
                .toList();
        open.forEach(turn -> windows.leave(turn.request().id(), why(turn, whyQueued)));
        return open.stream()
                .filter(turn -> turn.progress() == Progress.QUEUED || turn.progress() == Progress.HELD)
                .map(WindowEnds::name)
                .collect(Collectors.joining(", "));
    }

    private static String why(Turn turn, String whyQueued) {
        return switch (turn.progress()) {
            case FAILED -> "Its sync failed, and people decide what next.";
            case VOID -> "Not synced in it: its agreement is void, and its requester decides what next.";
            case QUEUED, HELD, SYNCING, HEALTHY, OVER -> whyQueued;
        };
    }

    private static String name(Turn turn) {
        return turn.request().agreement().application() + " (" + turn.request().id() + ")";
    }
}
