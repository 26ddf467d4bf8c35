package org.syncgate.bypass;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ShownSync;
import org.syncgate.argocd.ShownSync.Claim;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.Grant;
import org.syncgate.request.Grants;

/**
 * Knows our own syncs. Whoever may write an Application can put a request's id on theirs, so an id counts only with a
 * grant for that application, that attempt, revision and source. A grant is committed before its patch is sent, so that it is
 * there whenever the patch is seen.
 */
@Component
class OwnSyncs {

    private final Grants grants;

    OwnSyncs(Grants grants) {
        this.grants = grants;
    }

    boolean contain(ApplicationId application, ShownSync sync) {
        return sync.claim()
                .flatMap(Claim::id)
                .filter(id -> grants.of(id).stream()
                        .filter(grant -> grant.application().equals(application))
                        .anyMatch(grant -> stands(grant, sync)))
                .isPresent();
    }

    private static boolean stands(Grant grant, ShownSync sync) {
        return isAttempt(grant, sync) && isSameStart(grant, sync) && sync.isOf(grant.target(), grant.spec());
    }

    /** The history does not name the attempt. */
    private static boolean isAttempt(Grant grant, ShownSync sync) {
        return sync.historyId().isPresent()
                ? sync.historyId().orElseThrow() > grant.historyBefore()
                : sync.claim()
                        .flatMap(Claim::attempt)
                        .filter(attempt -> attempt == grant.attempt())
                        .isPresent();
    }

    /** What has begun once does not begin again: somebody has copied it. */
    private static boolean isSameStart(Grant grant, ShownSync sync) {
        Optional<Instant> known = grant.startedAt();
        return known.isEmpty() || sync.startedAt().isEmpty() || known.equals(sync.startedAt());
    }
}
