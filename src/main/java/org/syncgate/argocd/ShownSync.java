package org.syncgate.argocd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.RequestId;

/**
 * A sync that an Application shows: asked for, begun or in its history. Who asked for it, and for which request, is
 * Argo CD's word, which whoever may write the Application can forge.
 *
 * @param by who asked for it, in one line for people: a user's name, or what syncs by itself
 * @param automated whether Argo CD asked for it by itself
 * @param hand tells those apart who ask for syncs; the same in each look at the same sync
 * @param claim which request it says it belongs to; empty where it says none
 * @param startedAt when Argo CD began, which tells one sync of a hand from the next; empty as long as it has not
 * @param historyId its number in the history; empty for what is not read from there
 * @param revisions what is synced, one for each source; empty where that is not said
 * @param extent how much of the Application it syncs
 * @param source what it is made from, as JSON; {@code null} or empty JSON where that is not said
 */
public record ShownSync(
        String by,
        boolean automated,
        String hand,
        Optional<Claim> claim,
        Optional<Instant> startedAt,
        Optional<Long> historyId,
        List<String> revisions,
        Extent extent,
        String source) {

    public ShownSync {
        revisions = List.copyOf(revisions);
    }

    /**
     * What a sync says of itself.
     *
     * @param request as it is written, in one line
     * @param attempt empty in the history, which does not keep it, and where it is no number
     */
    public record Claim(String request, Optional<Integer> attempt) {

        /** The request, where there can be one of that name. */
        public Optional<RequestId> id() {
            return RequestId.parse(request);
        }
    }

    /** How much of an Application is synced. */
    public enum Extent {
        /** All of it, as its source says: what Syncgate asks for. */
        WHOLE,
        /** Some resources, without hooks, and never in the history. */
        PART,
        /** Manifests that somebody sent along instead of those of the source. */
        OWN_MANIFESTS,
        /** Nothing is changed. */
        DRY_RUN
    }

    /** Whether it syncs nothing else than what was agreed so, in revision and source. */
    public boolean isOf(List<String> target, String spec) {
        return extent == Extent.WHOLE
                && revisions.equals(target)
                && OmitEmpty.same(
                        Json.parse(source), AgreedSpec.parse(spec).json().path(SpecPart.SOURCE.field()));
    }
}
