package org.syncgate.process;

import java.time.Duration;

/** A time-out of nothing would fire before anything can happen. */
final class Positive {

    private Positive() {}

    static void require(String property, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(property + " has to be longer than nothing, but is " + value);
        }
    }
}
