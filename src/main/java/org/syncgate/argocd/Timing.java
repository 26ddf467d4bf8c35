package org.syncgate.argocd;

import java.time.Duration;

/**
 * How patient the adapter is.
 *
 * @param connect at most this long to open a connection
 * @param request at most this long for an answer
 * @param probe how often a cluster that answers is asked whether it still does
 * @param firstPause before a cluster that does not answer is asked again; each pause is twice as long as the one before
 * @param longestPause as long as such a pause becomes
 */
record Timing(Duration connect, Duration request, Duration probe, Duration firstPause, Duration longestPause) {

    /** Far below the five minutes after which the engine takes a job for lost. */
    static final Timing USUAL = new Timing(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30));

    /** The pause after so many failures in a row, at least one. */
    Duration pauseAfter(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 16));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
