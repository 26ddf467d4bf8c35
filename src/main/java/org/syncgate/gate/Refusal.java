package org.syncgate.gate;

import java.util.Optional;
import org.syncgate.request.Outcome;

/**
 * One reason against a sync.
 *
 * @param ruling what follows from it
 * @param reason one sentence that a person can act on
 * @param outcome how the request ends; empty but for a final one
 */
public record Refusal(Ruling ruling, String reason, Optional<Outcome> outcome) {

    public Refusal {
        if (reason.isBlank() || outcome.isPresent() != (ruling == Ruling.FINAL)) {
            throw new IllegalArgumentException("A refusal has a reason, and an outcome if, and only if, it is final");
        }
    }

    /** What follows from a refusal; the later in this order outweighs the earlier. */
    public enum Ruling {
        /** Judged again on event or time, until the request expires. */
        WAIT,
        /** The agreement no longer stands, and only the requester can make another. */
        VOID,
        /** It will never be granted. */
        FINAL
    }

    static Refusal waits(String reason) {
        return new Refusal(Ruling.WAIT, reason, Optional.empty());
    }

    static Refusal voids(String reason) {
        return new Refusal(Ruling.VOID, reason, Optional.empty());
    }

    static Refusal ends(String reason) {
        return new Refusal(Ruling.FINAL, reason, Optional.of(Outcome.REFUSED));
    }

    static Refusal overtaken(String reason) {
        return new Refusal(Ruling.FINAL, reason, Optional.of(Outcome.DEPLOYED_OUTSIDE));
    }
}
