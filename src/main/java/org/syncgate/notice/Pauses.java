package org.syncgate.notice;

import java.time.Duration;
import java.util.List;

/**
 * How long is waited after failed tries: there is one try more than pauses.
 *
 * @param lengths the first after the first failed try; longer than nothing, and none shorter than the one before it
 */
record Pauses(List<Duration> lengths) {

    Pauses {
        lengths = List.copyOf(lengths);
        if (lengths.isEmpty()) {
            throw new IllegalArgumentException("there is no pause; name at least one, like 10s");
        }
        Duration before = Duration.ZERO;
        for (Duration length : lengths) {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("a pause has to be longer than nothing, but one is " + length);
            }
            if (length.compareTo(before) < 0) {
                throw new IllegalArgumentException(
                        "no pause may be shorter than the one before it, but after " + before + " comes " + length);
            }
            before = length;
        }
    }

    /** Whether so many failed tries have used up all pauses. */
    boolean areOverAfter(int tries) {
        return tries > lengths.size();
    }

    /** The pause after so many failed tries, from 1. */
    Duration after(int tries) {
        return lengths.get(tries - 1);
    }

    Duration longest() {
        return lengths.get(lengths.size() - 1);
    }
}
