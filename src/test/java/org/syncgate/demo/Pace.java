package org.syncgate.demo;

import java.time.Duration;

/**
 * How long the simulated controller takes.
 *
 * @param pickUp from an operation's appearance until it runs
 * @param sync from its start to its end
 * @param compare from its end, or a wish for a refresh, until the application is compared again
 * @param settle from that comparison until the health is no longer Progressing
 */
public record Pace(Duration pickUp, Duration sync, Duration compare, Duration settle) {

    /** Slow enough that a person sees it go by. */
    public static final Pace DEMO =
            new Pace(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(2), Duration.ofSeconds(3));

    /** As quick as a test likes it, with every phase still to be seen by a watch. */
    public static final Pace TEST =
            new Pace(Duration.ofMillis(10), Duration.ofMillis(30), Duration.ofMillis(20), Duration.ofMillis(30));
}
