package org.syncgate.bypass;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus.Reachable;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.bypass.SeenBypasses.Looked;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/**
 * Looks for what went past the gate, and keeps it. What is known of an application moves on in the transaction that keeps
 * what is new, so that a fault loses nothing. Syncs that have begun bear what they are known by, and are taken from every
 * look; all else is taken from a read of its own under lock, since what a watch saw may be old by now and what is
 * so at this moment comes after whatever another instance has kept.
 */
@Component
public class Lookout {

    private final Baselines baselines;
    private final SeenBypasses bypasses;
    private final OwnSyncs ours;
    private final Requests requests;
    private final ArgoCd argoCd;
    private final Catalog catalog;
    private final GatedTiers gated;

    Lookout(
            Baselines baselines,
            SeenBypasses bypasses,
            OwnSyncs ours,
            Requests requests,
            ArgoCd argoCd,
            Catalog catalog,
            GatedTiers gated) {
        this.baselines = baselines;
        this.bypasses = bypasses;
        this.ours = ours;
        this.requests = requests;
        this.argoCd = argoCd;
        this.catalog = catalog;
        this.gated = gated;
    }

    /** The {@link Glance} at which each application was looked at last, by whichever instance. */
    public Map<ApplicationId, String> glances() {
        return baselines.glances();
    }

    /**
     * Looks at an application that a watch saw differ from its last {@link Glance}. What it showed before it was ever
     * seen is not past the gate, but for auto-sync in the gated tiers, which goes on.
     *
     * @return whether all was looked at; false where the cluster cannot be read, so that it has to be looked at again
     */
    @Transactional
    public boolean look(LiveApplication seen) {
        ApplicationId id = seen.id();
        boolean isGated = catalog.cluster(id.cluster()).filter(gated::contain).isPresent();
        boolean first = baselines.begin(id, Baseline.of(seen).with(seen.autoSync() && !isGated));
        Baseline known = baselines.lock(id).orElseThrow();
        Reading reading = read(id);
        Optional<LiveApplication> live =
                reading instanceof Reading.Found found ? Optional.of(found.application()) : Optional.empty();
        if (isGated) {
            // before the syncs that it has begun, which are asked about with it
            live.ifPresent(now -> keepAutoSync(now, known, first));
        }
        if (known.isOf(seen)) {
            keepBegun(new Looked(id, known.uid(), isGated), known, seen);
        }
        live.ifPresent(now -> look(now, known, isGated));
        // what is gone begins anew if it ever comes back, by its uid
        return !(reading instanceof Reading.Unreachable);
    }

    private void keepAutoSync(LiveApplication live, Baseline known, boolean first) {
        boolean anew = !known.isOf(live);
        keep(
                new Looked(live.id(), live.uid(), true),
                Sightings.autoSync(anew ? Baseline.of(live).with(false) : known, live, first || anew).stream());
    }

    private void look(LiveApplication live, Baseline before, boolean isGated) {
        Baseline known = before.isOf(live) ? before : Baseline.of(live);
        Looked at = new Looked(live.id(), live.uid(), isGated);
        keepBegun(at, known, live);
        Optional<Sighting> asked = Sightings.asked(live);
        bypasses.forgetAsked(at, asked.map(Sighting::evidence).orElse(""));
        keep(at, asked.stream());
        keep(at, requests.openFor(live.id()).flatMap(request -> Sightings.changed(request, live)).stream());
        baselines.move(live.id(), Baseline.of(live));
    }

    private void keepBegun(Looked at, Baseline known, LiveApplication live) {
        keep(at, Sightings.begun(known, live).stream());
    }

    private void keep(Looked at, Stream<Sighting> seen) {
        seen.filter(sighting -> sighting.sync()
                        .filter(sync -> ours.contain(at.id(), sync))
                        .isEmpty())
                .forEach(sighting ->
                        bypasses.keep(at, sighting, requests.openFor(at.id()).map(DeploymentRequest::id)));
    }

    /** Not before a connection that is known to be away has used up its time. */
    private Reading read(ApplicationId id) {
        return argoCd.cluster(id.cluster())
                        .filter(status -> status.reachability() instanceof Reachable)
                        .isPresent()
                ? argoCd.read(id)
                : new Reading.Unreachable("The cluster is not reachable at the moment");
    }
}
