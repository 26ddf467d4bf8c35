package org.syncgate.process;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Practice;
import org.syncgate.window.Occurrence;

/** Until when the gate may let through what is agreed now. */
@Component
class Validity {

    private final RequestTimes times;
    private final WindowTimes windowTimes;
    private final WindowChoice windows;

    Validity(RequestTimes times, WindowTimes windowTimes, WindowChoice windows) {
        this.times = times;
        this.windowTimes = windowTimes;
        this.windows = windows;
    }

    /** Where a window is needed, as many of them have ended as a request may wait for: the calendar says when that is. */
    Instant of(ApplicationId application, Practice practice, Instant now) {
        Instant usual = times.expiryOf(practice, now);
        if (!practice.window()) {
            return usual;
        }
        Instant first = now.plus(practice.minimumNotice()).plus(windowTimes.timeToSync());
        Instant last = windows.calendar(application).stream()
                .flatMap(calendar -> calendar.endingAfter(first))
                .limit(windowTimes.tries())
                .map(Occurrence::end)
                .reduce(usual, (one, other) -> other);
        Instant expires = last.plus(times.expiry());
        return expires.isAfter(usual) ? expires : usual;
    }
}
