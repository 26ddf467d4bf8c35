package org.syncgate.demo;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * One button of {@link ClockPage}.
 *
 * @param id what the form sends
 * @param words what stands on the button
 * @param by how far it moves the clock on, asked for when it is pressed
 */
record ClockMove(String id, String words, Supplier<Duration> by) {

    static final ClockMove HOUR = new ClockMove("hour", "1 hour", () -> Duration.ofHours(1));
    static final ClockMove DAY = new ClockMove("day", "1 day", () -> Duration.ofDays(1));
}
