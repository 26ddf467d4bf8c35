package org.syncgate.window;

import java.time.Instant;
import java.util.Optional;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.FreezeId;

/**
 * A time in which nothing is granted.
 *
 * @param id its id
 * @param terms from when to when, what it covers and why: none of that ever changes
 * @param who set it
 * @param setAt when it was set
 * @param lifted that it was lifted before its end, or called off before its beginning; empty unless that happened
 */
public record Freeze(FreezeId id, FreezeTerms terms, String who, Instant setAt, Optional<FreezeLift> lifted) {

    public Freeze {
        if (who.isBlank()) {
            throw new IllegalArgumentException("Somebody sets a freeze");
        }
    }

    /** Whether it shuts gates at this moment: from its first moment, and no more at its end. */
    public boolean isInForce(Instant now) {
        return !isOver(now) && !now.isBefore(terms.from());
    }

    /** Whether it shuts no gate at this moment or later. */
    public boolean isOver(Instant now) {
        return lifted.isPresent() || !now.isBefore(terms.to());
    }

    /** Whether it covers an application, as the services are configured now. */
    public boolean covers(ApplicationId application, ServiceLookup lookup) {
        return terms.scope().covers(application, lookup);
    }
}
