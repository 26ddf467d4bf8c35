package org.syncgate.bypass;

import java.time.Duration;
import java.time.Instant;
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

    /** How far a cluster's clock may be from ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

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
        return isAttempt(grant, sync) && isItsStart(grant, sync) && sync.isOf(grant.target(), grant.spec());
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

    /**
     * What has begun once does not begin again: somebody has copied it. And a grant that came to nothing is none for what
     * begins later.
     */
    private static boolean isItsStart(Grant grant, ShownSync sync) {
        if (sync.startedAt().isEmpty()) {
            return true;
        }
        Instant start = sync.startedAt().orElseThrow();
        return grant.startedAt()
                .map(start::equals)
                .orElseGet(() -> !start.isBefore(grant.grantedAt().minus(CLOCKS_APART))
                        && grant.overAt()
                                .map(over -> !start.isAfter(over.plus(CLOCKS_APART)))
                                .orElse(true));
    }
}
