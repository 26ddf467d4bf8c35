package org.syncgate.process;

import java.time.Duration;
import org.syncgate.model.Practice;

/** What the practice would mean for somebody who asks now. */
public sealed interface Offer {

    /**
     * The request would walk this practice's path.
     *
     * @param practice what policy answers
     * @param earliest how long after the request the sync can happen at the earliest; zero for at once
     */
    record Walks(Practice practice, Duration earliest) implements Offer {}

    /** The request would be refused; one sentence says why. */
    record Refuses(String why) implements Offer {}
}
