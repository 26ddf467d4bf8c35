package org.syncgate.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Subject;

/**
 * One decision or event, kept for good.
 *
 * @param at when
 * @param subject what it concerns: a request, a window, a freeze or what went past the gate
 * @param application on which application; empty where it concerns more than one
 * @param kind what
 * @param who a person's id; {@code machine:} and a client's for a machine; {@link #SYNCGATE} for what policy and the gate did by
 *     themselves; or {@link #claimed}
 * @param why one or more sentences; may be empty where the kind says all
 * @param revisions on which revisions, one for each source; empty where it is about none
 */
public record Entry(
        Instant at,
        Subject subject,
        Optional<ApplicationId> application,
        Kind kind,
        String who,
        String why,
        List<String> revisions) {

    /** Who acts where no person did. */
    public static final String SYNCGATE = "syncgate";

    /** Begins what Argo CD says of who did something: nobody signed in here for it, so it never is a person's id. */
    private static final String CLAIMED = "Argo CD: ";

    public Entry {
        revisions = List.copyOf(revisions);
    }

    /** Whose doing something was by Argo CD's own word, for instance {@code Argo CD: jsick}. */
    public static String claimed(String initiator) {
        return CLAIMED + initiator;
    }
}
