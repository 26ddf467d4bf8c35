package org.syncgate.notice;

import java.time.Instant;

/** How far one round of delivering a notice has come. */
public sealed interface Round {

    /** The notice is delivered, or was abandoned: there is nothing left to do. */
    record Done() implements Round {}

    /** An earlier notice of the same request and channel was delivered first: try again at once. */
    record Another() implements Round {}

    /**
     * Not delivered.
     *
     * @param tryAgainAt when to try again; any earlier try is put off until then
     */
    record Failed(Instant tryAgainAt) implements Round {}

    /**
     * This notice's tries are used up. It stays undelivered until somebody has it tried anew or abandons it.
     *
     * @param why why the last try failed
     */
    record Exhausted(String why) implements Round {}
}
