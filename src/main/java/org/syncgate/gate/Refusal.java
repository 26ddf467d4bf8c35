package org.syncgate.gate;

/**
 * One reason against a sync.
 *
 * @param ruling what follows from it
 * @param reason one sentence that a person can act on
 */
public record Refusal(Ruling ruling, String reason) {

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
        return new Refusal(Ruling.WAIT, reason);
    }

    static Refusal voids(String reason) {
        return new Refusal(Ruling.VOID, reason);
    }

    static Refusal ends(String reason) {
        return new Refusal(Ruling.FINAL, reason);
    }
}
