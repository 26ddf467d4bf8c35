package org.syncgate.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.syncgate.window.Calendars;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.WindowCalendar;

/** When what is due in a window, told to the timers of its model. */
@Component
class WindowTimers {

    private final Calendars calendars;
    private final WindowTimes times;
    private final Clock clock;

    WindowTimers(Calendars calendars, WindowTimes times, Clock clock) {
        this.calendars = calendars;
        this.times = times;
        this.clock = clock;
    }

    void set(DelegateExecution execution, MaintenanceWindow window) {
        Instant start = window.startsAt();
        Instant end = window.endsAt();
        Instant close = times.closesAt(window);
        Duration lead = calendars
                .named(window.id().calendar())
                .map(WindowCalendar::leadTime)
                .orElse(Duration.ZERO);
        Instant now = clock.instant();
        execution.setVariable(
                Vars.REMIND_CYCLE,
                "R/" + later(now.plus(times.reminder()), start.minus(lead)).truncatedTo(ChronoUnit.SECONDS) + "/"
                        + times.reminder());
        set(execution, Vars.ANNOUNCE_AT, start.minus(lead));
        set(execution, Vars.STARTS_AT, start);
        set(execution, Vars.START_REMINDER_AT, start.plus(times.startReminder()));
        set(execution, Vars.END_REMINDER_AT, next(now, end.minus(times.endingSoon()), end, close));
        set(execution, Vars.WINDOW_ENDS_AT, end);
        set(execution, Vars.WORK_END_REMINDER_AT, next(now, end, close));
        set(execution, Vars.CLOSES_AT, next(now, close, now.plus(times.closeAfter())));
    }

    private static void set(DelegateExecution execution, String name, Instant moment) {
        execution.setVariable(name, Timers.at(moment));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The first that is still to come, or else the last. */
    private static Instant next(Instant now, Instant... moments) {
        return Stream.of(moments).filter(now::isBefore).findFirst().orElse(moments[moments.length - 1]);
    }
}
