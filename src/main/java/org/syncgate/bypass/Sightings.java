package org.syncgate.bypass;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.ShownSync;
import org.syncgate.argocd.ShownSync.Extent;
import org.syncgate.argocd.SpecPart;
import org.syncgate.model.Revisions;
import org.syncgate.request.DeploymentRequest;

/** What one look at an Application shows that was not known before. Whether a sync is ours after all is not asked here. */
final class Sightings {

    static final String SOMEBODY = "somebody";

    private Sightings() {}

    /**
     * Each sync that has begun since, once, be it under way, over or in the history. It bears what it is known by, so that
     * it counts however old the look is.
     *
     * @param isKnown whether it is known already
     */
    static Collection<Sighting> begun(Predicate<ShownSync> isKnown, LiveApplication live) {
        Map<String, Sighting> found = new LinkedHashMap<>();
        Stream.concat(live.begunSync().stream(), live.doneSyncs().stream())
                .filter(isKnown.negate())
                .forEach(sync -> Evidence.begun(sync)
                        .ifPresent(evidence -> found.putIfAbsent(evidence, sync(evidence, sync, live))));
        return found.values();
    }

    /** The sync that is asked for and has not begun; to be looked for in what is so at this moment. */
    static Optional<Sighting> asked(LiveApplication live) {
        return live.askedSync().map(sync -> sync(Evidence.asked(sync), sync, live));
    }

    /** That auto-sync is on which was not, or had not been seen; to be looked for in what is so at this moment. */
    static Optional<Sighting> autoSync(Baseline known, LiveApplication live) {
        if (!live.autoSync() || known.autoSync()) {
            return Optional.empty();
        }
        String words = (known.looks() == 0 ? "Auto-sync is on" : "Auto-sync was switched on")
                + ": Argo CD syncs it by itself, whatever the gate says.";
        return Optional.of(new Sighting(
                What.AUTO_SYNC,
                Evidence.autoSync(live),
                Optional.empty(),
                SOMEBODY,
                words,
                List.of(),
                Optional.empty(),
                true,
                true));
    }

    /** That its spec is not the one that an open request agreed on; to be looked for in what is so at this moment. */
    static Optional<Sighting> changed(DeploymentRequest request, LiveApplication live) {
        List<SpecPart> changed = live.changedSince(request.agreement().spec());
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        String parts = changed.stream().map(Sightings::words).collect(Collectors.joining(" and "));
        return Optional.of(new Sighting(
                What.SOURCE,
                Evidence.changed(request, live),
                Optional.empty(),
                SOMEBODY,
                "Changed in its spec while " + request.id() + " was open, which agreed on something else: " + parts
                        + ".",
                live.target(),
                Optional.empty(),
                true,
                false));
    }

    private static String words(SpecPart part) {
        return switch (part) {
            case SOURCE -> "the source";
            case DESTINATION -> "the destination";
            case SYNC_OPTIONS -> "the sync options";
        };
    }

    private static Sighting sync(String evidence, ShownSync sync, LiveApplication live) {
        return new Sighting(
                What.SYNC,
                evidence,
                sync.startedAt().map(startedAt -> Evidence.asked(sync)),
                sync.by(),
                words(sync),
                sync.revisions(),
                Optional.of(sync),
                sync.extent() != Extent.DRY_RUN,
                sync.automated() && live.autoSync());
    }

    private static String words(ShownSync sync) {
        String what = sync.revisions().isEmpty() ? "it" : "it to " + Revisions.brief(sync.revisions());
        String done = sync.historyId().isPresent()
                ? "Argo CD has synced " + what + ", as " + sync.by() + " asked"
                : sync.startedAt().isPresent()
                        ? "Argo CD began to sync " + what + ", as " + sync.by() + " asked"
                        : "Argo CD was asked by " + sync.by() + " to sync " + what;
        return done + extent(sync) + "." + claim(sync);
    }

    private static String extent(ShownSync sync) {
        return switch (sync.extent()) {
            case WHOLE -> "";
            case PART -> ", some resources only";
            case OWN_MANIFESTS -> ", with manifests of their own";
            case DRY_RUN -> ", as a dry run, which changes nothing";
        };
    }

    private static String claim(ShownSync sync) {
        return sync.claim()
                .map(claim ->
                        " It says that it belongs to request " + claim.request() + ", which was not granted that.")
                .orElse("");
    }
}
