package org.syncgate.record;

import java.time.Instant;
import java.util.List;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;

/**
 * One decision or event of a request, kept for good.
 *
 * @param at when
 * @param request of which request
 * @param application on which application
 * @param kind what
 * @param who the person's id, or {@link #SYNCGATE} for what policy and the gate did by themselves
 * @param why one or more sentences; may be empty where the kind says all
 * @param revisions on which revisions, one for each source
 */
public record Entry(
        Instant at,
        RequestId request,
        ApplicationId application,
        Kind kind,
        String who,
        String why,
        List<String> revisions) {

    /** Who acts where no person did. */
    public static final String SYNCGATE = "syncgate";

    public Entry {
        revisions = List.copyOf(revisions);
    }
}
