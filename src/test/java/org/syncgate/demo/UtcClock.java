package org.syncgate.demo;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Tells a time of its own, and in UTC alone. */
public abstract class UtcClock extends Clock {

    @Override
    public final ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public final Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Everything is told in UTC");
    }
}
