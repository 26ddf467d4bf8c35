package org.syncgate.bypass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.ShownSync;
import org.syncgate.model.ApplicationId;

/**
 * What a watch has shown of one Application and nobody has looked at yet. An operation that is no full and successful sync is
 * never in the history, and the next one takes its place: what showed it stays here until it has been looked at.
 *
 * @param looks the first, those whose last sync no later one shows, and the newest, in this order; at least one
 */
public record Watched(List<LiveApplication> looks) {

    /** Each is a whole object. More operations than that, one in place of the other, nobody asks for while a database is away. */
    static final int MOST = 20;

    public Watched {
        if (looks.isEmpty() || looks.size() > MOST) {
            throw new IllegalArgumentException("From 1 to " + MOST + " looks, but there are " + looks.size());
        }
        looks = List.copyOf(looks);
    }

    public static Watched of(LiveApplication live) {
        return new Watched(List.of(live));
    }

    /**
     * With what it shows next; the same where that differs in nothing that matters here.
     *
     * @param next not older than the {@link #newest}
     */
    public Watched then(LiveApplication next) {
        if (Glance.of(next).equals(Glance.of(newest()))) {
            return this;
        }
        List<LiveApplication> longer = new ArrayList<>(looks);
        // the first says from when on there was somebody to see
        if (longer.size() > 1 && isShownBy(next)) {
            longer.remove(longer.size() - 1);
        }
        if (longer.size() == MOST) {
            longer.remove(1);
        }
        longer.add(next);
        return new Watched(longer);
    }

    public ApplicationId id() {
        return newest().id();
    }

    public LiveApplication newest() {
        return looks.get(looks.size() - 1);
    }

    /** Whether the newest is all that there is. */
    public boolean isOneLook() {
        return looks.size() == 1;
    }

    LiveApplication first() {
        return looks.get(0);
    }

    private boolean isShownBy(LiveApplication next) {
        Optional<String> last = newest().begunSync().flatMap(Evidence::begun);
        return newest().uid().equals(next.uid())
                && last.map(evidence -> shown(next).anyMatch(evidence::equals)).orElse(true);
    }

    private static Stream<String> shown(LiveApplication live) {
        return Stream.<ShownSync>concat(live.begunSync().stream(), live.doneSyncs().stream())
                .flatMap(sync -> Evidence.begun(sync).stream());
    }
}
