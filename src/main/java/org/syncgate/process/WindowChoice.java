package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.WindowId;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Calendars;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Occurrence;
import org.syncgate.window.WindowCalendar;
import org.syncgate.window.Windows;

/** Finds the first window whose end leaves a request its notice and time to sync. */
@Component
class WindowChoice {

    /** Without a gap so long that nobody would wait for it. */
    private static final int MOST_LOOKED_AT = 50;

    private final Catalog catalog;
    private final Calendars calendars;
    private final Windows windows;
    private final WindowOpenings openings;
    private final WrittenNotices notices;
    private final WindowTimes times;
    private final Clock clock;

    WindowChoice(
            Catalog catalog,
            Calendars calendars,
            Windows windows,
            WindowOpenings openings,
            WrittenNotices notices,
            WindowTimes times,
            Clock clock) {
        this.catalog = catalog;
        this.calendars = calendars;
        this.windows = windows;
        this.openings = openings;
        this.notices = notices;
        this.times = times;
        this.clock = clock;
    }

    /** The calendar by which an application's windows are; empty where its deployment names none. */
    Optional<WindowCalendar> calendar(ApplicationId application) {
        return catalog.cluster(application.cluster()).map(Cluster::deployment).flatMap(calendars::of);
    }

    /** Whether a request could be synced before this window ends. */
    boolean suits(DeploymentRequest request, MaintenanceWindow window) {
        return window.isOpen() && times.leavesTime(window.endsAt(), ready(request));
    }

    /**
     * The first window that suits, locked until the caller's transaction ends; opened by this, if nobody has before. None
     * that the request has left already. Empty where the calendar has no more.
     */
    Optional<MaintenanceWindow> firstFor(DeploymentRequest request) {
        Set<WindowId> left = windows.leftBy(request.id());
        return calendar(request.agreement().application()).stream()
                .flatMap(calendar -> candidates(calendar, ready(request)))
                .filter(occurrence -> !left.contains(occurrence.id()))
                .limit(MOST_LOOKED_AT)
                .map(openings::open)
                .filter(window -> suits(request, window))
                .findFirst();
    }

    /** Whether its notice has elapsed, so that only its window is waited for. */
    boolean isNoticeGiven(DeploymentRequest request) {
        return elapses(request)
                .filter(elapsed -> !clock.instant().isBefore(elapsed))
                .isPresent();
    }

    /** From when on it may be synced, as far as its notice is concerned, if it is announced at once. */
    private Instant ready(DeploymentRequest request) {
        Instant now = clock.instant();
        return elapses(request)
                .map(elapsed -> elapsed.isAfter(now) ? elapsed : now)
                .orElseGet(() -> now.plus(request.practice().minimumNotice()));
    }

    private Optional<Instant> elapses(DeploymentRequest request) {
        return notices.announcement(
                        request.id(),
                        request.agreementNumber(),
                        request.practice().channels())
                .elapses(request.agreedAt(), request.practice().minimumNotice());
    }

    /** What is open already where it was moved to, and what the calendar plans, the earliest first. */
    private Stream<Occurrence> candidates(WindowCalendar calendar, Instant ready) {
        Instant needed = ready.plus(times.timeToSync());
        List<MaintenanceWindow> known = windows.endingAfter(calendar.name(), needed);
        Set<WindowId> opened = known.stream().map(MaintenanceWindow::id).collect(Collectors.toSet());
        Stream<Occurrence> open = known.stream()
                // what cannot suit is not locked: whoever waits for its gate would wait for this
                .filter(window -> window.isOpen() && times.leavesTime(window.endsAt(), ready))
                .map(window -> new Occurrence(
                        window.id().calendar(), window.id().planned(), window.startsAt(), window.endsAt()));
        Stream<Occurrence> planned = calendar.endingAfter(needed.minusMillis(1))
                .filter(occurrence -> !opened.contains(occurrence.id()))
                .limit(MOST_LOOKED_AT);
        return Stream.concat(open, planned).sorted(Comparator.comparing(Occurrence::start));
    }
}
