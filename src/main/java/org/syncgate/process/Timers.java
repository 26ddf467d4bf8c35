package org.syncgate.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/** Moments for the engine's timers. */
final class Timers {

    private Timers() {}

    /** In the engine's milliseconds, and not before the moment itself: who waits for it may act when the timer fires. */
    static Date at(Instant moment) {
        Instant whole = moment.truncatedTo(ChronoUnit.MILLIS);
        return Date.from(whole.equals(moment) ? whole : whole.plusMillis(1));
    }
}
