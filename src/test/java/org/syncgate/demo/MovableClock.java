package org.syncgate.demo;

import java.time.Duration;
import java.time.Instant;

/** Stands still until a test lets time pass. */
public final class MovableClock extends UtcClock {

    private final Instant start;
    private volatile Instant now;

    public MovableClock(Instant start) {
        this.start = start;
        this.now = start;
    }

    public synchronized void passes(Duration time) {
        now = now.plus(time);
    }

    /** It is as late as it was at the beginning. */
    public synchronized void reset() {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
