package org.syncgate.process;

import java.time.Duration;
import java.util.Optional;
import org.syncgate.model.Practice;

/** What the practice would mean for somebody who asks now. */
public sealed interface Offer {

    /**
     * The request would walk this practice's path.
     *
     * @param practice what policy answers, with the service's own channels and stakeholders in it
     * @param earliest how long after the request the sync can happen at the earliest; zero for at once
     * @param advice one sentence where the heuristics point to more formality than the chart asks; it changes nothing
     */
    record Walks(Practice practice, Duration earliest, Optional<String> advice) implements Offer {}

    /** The request would be refused; one sentence says why. */
    record Refuses(String why) implements Offer {}
}
