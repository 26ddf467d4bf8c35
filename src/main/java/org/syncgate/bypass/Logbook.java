package org.syncgate.bypass;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.bypass.SeenBypasses.Looked;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/**
 * Keeps what a look shows that went past the gate, and with it, in the same transaction, up to where the application is known:
 * a fault loses nothing.
 */
@Component
class Logbook {

    private final Baselines baselines;
    private final SeenBypasses bypasses;
    private final OwnSyncs ours;
    private final Requests requests;
    private final Catalog catalog;
    private final GatedTiers gated;

    Logbook(
            Baselines baselines,
            SeenBypasses bypasses,
            OwnSyncs ours,
            Requests requests,
            Catalog catalog,
            GatedTiers gated) {
        this.baselines = baselines;
        this.bypasses = bypasses;
        this.ours = ours;
        this.requests = requests;
        this.catalog = catalog;
        this.gated = gated;
    }

    /**
     * Keeps a look.
     *
     * @param before what was known before the application was read; empty where nothing was
     * @param live as it was read then; empty where it is gone or could not be read
     * @return whether it is kept; false where another instance was faster, so that what was read may be older than what that
     *     one has kept
     */
    @Transactional
    public boolean enter(Watched watched, Optional<Baseline> before, Optional<LiveApplication> live) {
        ApplicationId id = watched.id();
        boolean isFirst = baselines.begin(id, Baseline.atFirstSight(watched.first()));
        Baseline known = baselines.lock(id).orElseThrow();
        if (!isFirst && before.filter(known::equals).isEmpty()) {
            return false;
        }
        Optional<DeploymentRequest> open = requests.openFor(id);
        boolean isGated = catalog.cluster(id.cluster()).filter(gated::contain).isPresent();
        Optional<Sighting> asked = live.flatMap(Sightings::asked);
        Looked at = new Looked(
                id,
                live.map(LiveApplication::uid).orElse(known.uid()),
                isGated,
                open.map(DeploymentRequest::id),
                asked.map(Sighting::evidence));
        if (isGated) {
            // before the syncs that it has begun, which are asked about with it
            live.ifPresent(now -> keep(at, Sightings.autoSync(known.of(now), now)));
        }
        watched.looks().forEach(seen -> keepBegunIn(seen, at, known, live));
        live.ifPresent(now -> {
            keep(at, Sightings.begun(known.of(now)::knows, now));
            bypasses.forgetAsked(at);
            keep(at, asked);
            keep(at, open.flatMap(request -> Sightings.changed(request, now)));
            move(id, known, now);
        });
        return true;
    }

    /** What this one look may have shown alone; nothing where it is of an Application that had the name before the known one. */
    private void keepBegunIn(LiveApplication seen, Looked at, Baseline known, Optional<LiveApplication> live) {
        if (known.isOf(seen)) {
            keep(at.inLookAt(known.uid()), Sightings.begun(known::knowsFromOldLook, seen));
        } else if (live.filter(now -> now.uid().equals(seen.uid())).isPresent()) {
            keep(at, Sightings.begun(known.of(live.orElseThrow())::knowsFromOldLook, seen));
        }
    }

    /** Where nothing has changed, no other instance's look is overtaken. */
    private void move(ApplicationId id, Baseline known, LiveApplication live) {
        if (!known.isAt(live)) {
            baselines.move(id, known.of(live).movedTo(live));
        }
    }

    private void keep(Looked at, Optional<Sighting> seen) {
        keep(at, seen.stream());
    }

    private void keep(Looked at, Collection<Sighting> seen) {
        keep(at, seen.stream());
    }

    private void keep(Looked at, Stream<Sighting> seen) {
        seen.filter(sighting -> sighting.sync()
                        .filter(sync -> ours.contain(at.id(), sync))
                        .isEmpty())
                .forEach(sighting -> bypasses.keep(at, sighting));
    }
}
