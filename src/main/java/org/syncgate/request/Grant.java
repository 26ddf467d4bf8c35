package org.syncgate.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.ApplicationId;

/**
 * What one grant let through.
 *
 * @param application which it was for
 * @param attempt the grant's number, from 1
 * @param historyBefore the Application's last history id then, -1 where there was none
 * @param grantedAt when, by Syncgate's clock
 * @param overAt since when nothing is expected of it any more, by Syncgate's clock; empty as long as something is
 * @param startedAt when Argo CD began, by its own clock; empty until that was seen
 * @param target the agreed revisions, one for each source
 * @param spec the agreed parts of the spec, as JSON
 */
public record Grant(
        ApplicationId application,
        int attempt,
        long historyBefore,
        Instant grantedAt,
        Optional<Instant> overAt,
        Optional<Instant> startedAt,
        List<String> target,
        String spec) {

    public Grant {
        target = List.copyOf(target);
    }
}
