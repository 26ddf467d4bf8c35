package org.syncgate.argocd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.RequestId;

/**
 * By what an operation is known as ours.
 *
 * @param request whose it is
 * @param attempt the grant's number, from 1
 * @param revisions what was granted
 * @param historyBefore the id of the last history entry at the grant, -1 where there was none: later entries came after
 * @param startedAt the operation's startedAt as first seen; empty until then
 */
public record SyncMark(
        RequestId request, int attempt, List<String> revisions, long historyBefore, Optional<Instant> startedAt) {

    public SyncMark {
        revisions = List.copyOf(revisions);
    }
}
