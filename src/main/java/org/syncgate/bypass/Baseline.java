package org.syncgate.bypass;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.ShownSync;

/**
 * Up to where it is known what an Application has shown: nothing of that is news.
 *
 * @param uid which of those that have ever had its name
 * @param glance what it looked like, in short
 * @param historyId the last history id, -1 where there was none
 * @param begun the {@link Evidence} of the sync that ran last; empty where there was none
 * @param knownUntil what began until then, that moment included, began before Syncgate had an eye on it; by Argo CD's clock
 * @param autoSync whether Argo CD synced it by itself
 * @param looks how many looks have moved it; none as long as it has only been seen
 */
record Baseline(
        String uid, String glance, long historyId, String begun, Instant knownUntil, boolean autoSync, long looks) {

    /** Whoever writes an Application can write any time there, and a database does not take every one. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** At the very first sight all is known that it shows, but for auto-sync, which goes on. */
    static Baseline atFirstSight(LiveApplication seen) {
        Instant last = Stream.concat(seen.begunSync().stream(), seen.doneSyncs().stream())
                .flatMap(sync -> sync.startedAt().stream())
                .filter(LAST::isAfter)
                .reduce(Instant.EPOCH, (one, other) -> one.isAfter(other) ? one : other);
        return new Baseline(seen.uid(), Glance.of(seen), seen.lastHistoryId(), begun(seen.begunSync()), last, false, 0);
    }

    /**
     * Of one that was made anew under a known name only that is known which ran before it was made, as a backup brings it
     * back. All else it has done under our eyes, also what it had done before anybody could look.
     */
    private static Baseline madeAnew(LiveApplication live) {
        Instant made = live.createdAt().orElse(Instant.EPOCH);
        Predicate<ShownSync> isOlder =
                sync -> sync.startedAt().filter(made::isAfter).isPresent();
        long historyId = live.doneSyncs().stream()
                .filter(isOlder)
                .flatMap(sync -> sync.historyId().stream())
                .max(Comparator.naturalOrder())
                .orElse(-1L);
        // times of Kubernetes are whole seconds
        Instant before = made.minusSeconds(1);
        return new Baseline(live.uid(), "", historyId, begun(live.begunSync().filter(isOlder)), before, false, 0);
    }

    /** What is known of the one that bears the name now. */
    Baseline of(LiveApplication live) {
        return isOf(live) ? this : madeAnew(live);
    }

    /** All that it shows now is known. */
    Baseline movedTo(LiveApplication live) {
        return new Baseline(
                live.uid(),
                Glance.of(live),
                live.lastHistoryId(),
                begun(live.begunSync()),
                knownUntil,
                live.autoSync(),
                looks + 1);
    }

    boolean isOf(LiveApplication live) {
        return uid.equals(live.uid());
    }

    /** Whether it looks as it did at the last look. */
    boolean isAt(LiveApplication live) {
        return looks > 0 && glance.equals(Glance.of(live));
    }

    /** Whether a look that comes after this one shows nothing new with it. */
    boolean knows(ShownSync sync) {
        return sync.historyId()
                .map(id -> id <= historyId)
                .orElseGet(() -> Evidence.begun(sync).filter(begun::equals).isPresent());
    }

    /**
     * Whether a look of any age shows nothing new with it. What began between the first sight and this may have been shown by
     * that look alone; whether it has been kept, its row tells.
     */
    boolean knowsFromOldLook(ShownSync sync) {
        return knows(sync)
                || sync.historyId().isEmpty()
                        && sync.startedAt()
                                .filter(at -> !at.isAfter(knownUntil))
                                .isPresent();
    }

    private static String begun(Optional<ShownSync> sync) {
        return sync.flatMap(Evidence::begun).orElse("");
    }
}
