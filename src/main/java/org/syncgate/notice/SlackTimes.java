package org.syncgate.notice;

import java.time.Duration;

/**
 * How long Slack may take; together far less than the engine's lock on a job.
 *
 * @param connect until the connection stands
 * @param read between two bytes of the answer
 * @param all for one post
 */
record SlackTimes(Duration connect, Duration read, Duration all) {

    static final SlackTimes USUAL =
            new SlackTimes(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
}
