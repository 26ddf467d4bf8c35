package org.syncgate.bypass;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ApplicationReading;
import org.syncgate.argocd.ApplicationReading.Found;
import org.syncgate.argocd.ApplicationReading.Unreachable;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus.Reachable;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.ApplicationId;

/**
 * Looks for what went past the gate, and has it kept. Syncs that have begun bear what they are known by, and are taken from
 * whatever a watch has shown; all else is taken from a read of its own, since what a watch showed may be old by now. A
 * read takes as long as a cluster likes, so nothing is locked meanwhile: it counts only if no other instance has kept
 * something in between.
 */
@Component
public class Lookout {

    private static final int MOST_TRIES = 3;

    private final Baselines baselines;
    private final Logbook logbook;
    private final ArgoCd argoCd;

    Lookout(Baselines baselines, Logbook logbook, ArgoCd argoCd) {
        this.baselines = baselines;
        this.logbook = logbook;
        this.argoCd = argoCd;
    }

    /** The {@link Glance} up to which each application has been looked at, by whichever instance. */
    public Map<ApplicationId, String> glances() {
        return baselines.glances();
    }

    /**
     * Looks at an application of which a watch has shown something new. What it showed before it was ever seen is not past
     * the gate, but for auto-sync in the gated tiers, which goes on.
     */
    public Look look(Watched watched) {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            Optional<Baseline> before = baselines.find(watched.id());
            if (watched.isOneLook()
                    && before.filter(known -> known.isAt(watched.newest())).isPresent()) {
                return new Look.Done(Glance.of(watched.newest()));
            }
            ApplicationReading reading = read(watched.id());
            Optional<LiveApplication> live =
                    reading instanceof Found found ? Optional.of(found.application()) : Optional.empty();
            if (logbook.enter(watched, before, live)) {
                return reading instanceof Unreachable unreachable
                        ? new Look.NotYet(unreachable.reason())
                        : live.<Look>map(now -> new Look.Done(Glance.of(now))).orElseGet(Look.Gone::new);
            }
        }
        return new Look.NotYet("Other instances are looking at it at the same time.");
    }

    /** Not before a connection that is known to be away has used up its time. */
    private ApplicationReading read(ApplicationId id) {
        return argoCd.cluster(id.cluster())
                        .filter(status -> status.reachability() instanceof Reachable)
                        .isPresent()
                ? argoCd.readApplication(id)
                : new Unreachable("The cluster is not reachable at the moment.");
    }
}
