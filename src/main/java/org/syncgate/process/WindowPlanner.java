package org.syncgate.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.syncgate.window.Calendars;
import org.syncgate.window.ClockMoved;
import org.syncgate.window.Occurrence;
import org.syncgate.window.WindowCalendar;
import org.syncgate.window.Windows;

/**
 * Opens each window at its calendar's lead time, where no request has joined it before. Every instance does so: the row of
 * a window is there once, whoever comes first.
 */
@Component
@ConditionalOnProperty(name = "syncgate.window.open-ahead", matchIfMissing = true)
class WindowPlanner {

    private static final Logger LOG = LoggerFactory.getLogger(WindowPlanner.class);

    /** A machine may sleep, and its clock may be set; what is due is never found later than that. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Calendars calendars;
    private final Windows windows;
    private final WindowOpenings openings;
    private final ThreadPoolTaskScheduler scheduler;
    private final Clock clock;

    private @Nullable ScheduledFuture<?> next;

    WindowPlanner(
            Calendars calendars,
            Windows windows,
            WindowOpenings openings,
            ThreadPoolTaskScheduler windowScheduler,
            Clock clock) {
        this.calendars = calendars;
        this.windows = windows;
        this.openings = openings;
        this.scheduler = windowScheduler;
        this.clock = clock;
    }

    @EventListener({ApplicationReadyEvent.class, ClockMoved.class})
    void lookNow() {
        schedule(Duration.ZERO);
    }

    private void look() {
        Instant now = clock.instant();
        boolean allAreOpen = true;
        for (WindowCalendar calendar : calendars.all()) {
            allAreOpen &= isOpened(calendar, now);
        }
        schedule(allAreOpen ? untilNext(now) : PAUSE);
    }

    /** Whatever is wrong with one calendar's windows keeps no other's shut, and is tried again. */
    private boolean isOpened(WindowCalendar calendar, Instant now) {
        try {
            open(calendar, now);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The windows of {} could not be opened, and are tried again", calendar.name(), e);
            return false;
        }
    }

    private void open(WindowCalendar calendar, Instant now) {
        List<Occurrence> due = calendar.endingAfter(now)
                .takeWhile(occurrence -> !opensAt(calendar, occurrence).isAfter(now))
                .toList();
        for (Occurrence occurrence : due) {
            if (windows.find(occurrence.id()).isEmpty()) {
                openings.open(occurrence);
            }
        }
    }

    private Duration untilNext(Instant now) {
        Optional<Instant> first = calendars.all().stream()
                .flatMap(calendar -> calendar
                        .endingAfter(now)
                        .map(occurrence -> opensAt(calendar, occurrence))
                        .filter(now::isBefore)
                        .findFirst()
                        .stream())
                .min(Comparator.naturalOrder());
        return first.map(moment -> Duration.between(now, moment))
                .filter(wait -> wait.compareTo(LONGEST_WAIT) < 0)
                .orElse(LONGEST_WAIT);
    }

    private static Instant opensAt(WindowCalendar calendar, Occurrence occurrence) {
        return occurrence.start().minus(calendar.leadTime());
    }

    private synchronized void schedule(Duration wait) {
        if (next != null) {
            next.cancel(false);
        }
        next = scheduler.getScheduledExecutor().schedule(this::look, wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
