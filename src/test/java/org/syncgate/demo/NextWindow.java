package org.syncgate.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncgate.model.Moments;
import org.syncgate.model.WindowId;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.WindowCalendar;

/** Finds the maintenance window that starts next: one that is open where it was moved to, or one that a calendar plans. */
final class NextWindow {

    private final List<WindowCalendar> calendars;
    private final Supplier<List<MaintenanceWindow>> open;
    private final Supplier<List<MaintenanceWindow>> over;
    private final Clock clock;

    /**
     * @param open what is neither ended nor skipped at the moment
     * @param over what is
     */
    NextWindow(
            List<WindowCalendar> calendars,
            Supplier<List<MaintenanceWindow>> open,
            Supplier<List<MaintenanceWindow>> over,
            Clock clock) {
        this.calendars = List.copyOf(calendars);
        this.open = open;
        this.over = over;
        this.clock = clock;
    }

    /** A button of {@link ClockPage}. */
    ClockMove move() {
        return new ClockMove("window", "to the next window", this::until);
    }

    /** Which it is and when it starts, for people; empty where no calendar has one to come. */
    String words() {
        return find(clock.instant())
                .map(start -> "The next window: " + start.window() + ", " + Moments.time(start.at()))
                .orElse("");
    }

    private Duration until() {
        Instant now = clock.instant();
        return find(now)
                .map(start -> Duration.between(now, start.at()))
                .orElseThrow(() -> new IllegalStateException("No calendar has a window to come."));
    }

    private Optional<Start> find(Instant now) {
        List<MaintenanceWindow> notOver = open.get();
        Set<WindowId> known = Stream.concat(notOver.stream(), over.get().stream())
                .map(MaintenanceWindow::id)
                .collect(Collectors.toSet());
        Stream<Start> opened = notOver.stream().map(window -> new Start(window.id(), window.startsAt()));
        Stream<Start> planned = calendars.stream()
                .flatMap(calendar -> calendar.endingAfter(now)
                        .map(window -> new Start(new WindowId(window.calendar(), window.planned()), window.start()))
                        .filter(start -> start.at().isAfter(now) && !known.contains(start.window()))
                        .limit(1));
        return Stream.concat(opened, planned)
                .filter(start -> start.at().isAfter(now))
                .min(Comparator.comparing(Start::at));
    }

    private record Start(WindowId window, Instant at) {}
}
