package org.syncgate.window;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.FreezeId;
import org.syncgate.model.RequestId;

/** All freezes, with the record kept in step: each is set, lifted and overridden by somebody who says why (S8). */
public interface Freezes {

    /** Keeps a new freeze, set now. */
    Freeze set(FreezeTerms terms, String who);

    /**
     * Lifts a freeze now, whether it has begun or not.
     *
     * @return the freeze as it is now; empty where it was lifted before, or there is none
     */
    Optional<Freeze> lift(FreezeId id, String who, String reason);

    /**
     * Lets one agreement of a request pass one freeze.
     *
     * @return what was kept; empty where that agreement may pass it already
     */
    Optional<FreezeOverride> override(FreezeId id, RequestId request, int agreement, String who, String reason);

    /** Reads one freeze. */
    Optional<Freeze> find(FreezeId id);

    /** Reads one freeze and locks its row until the transaction ends. */
    Optional<Freeze> lock(FreezeId id);

    /** Those that shut gates now or will, the earliest beginning first. */
    List<Freeze> notOver(Instant now);

    /** Those that shut gates now, the earliest beginning first. */
    default List<Freeze> inForce(Instant now) {
        return notOver(now).stream().filter(freeze -> freeze.isInForce(now)).toList();
    }

    /** Those that shut no gate any more, the latest first. */
    List<Freeze> over(Instant now, int atMost);

    /** Which freezes a request may pass, for any of its agreements, in the order in which that was decided. */
    List<FreezeOverride> overridesOf(RequestId request);

    /** Which requests may pass any of these freezes, in the order in which that was decided. */
    List<FreezeOverride> overridesOf(Collection<FreezeId> freezes);
}
