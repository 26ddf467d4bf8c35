package org.syncgate.request;

import java.time.Instant;
import java.util.Optional;

/**
 * One grant and what became of it. All times are Syncgate's own, but for {@link #startedAt}.
 *
 * @param number from 1, counted for each request
 * @param grantedAt when the gate granted it
 * @param resourceVersion of the very read that was judged
 * @param historyBefore the Application's last history id then, -1 where there was none
 * @param phase how far it has come
 * @param phaseSince when it was first seen in this phase; time-outs count from here
 * @param startedAt the operation's startedAt as Argo CD first wrote it; empty until it was seen
 * @param holding what has been seen without a break since {@code holdingSince}
 * @param holdingSince empty where nothing is held
 */
public record Attempt(
        int number,
        Instant grantedAt,
        String resourceVersion,
        long historyBefore,
        Phase phase,
        Instant phaseSince,
        Optional<Instant> startedAt,
        Holding holding,
        Optional<Instant> holdingSince) {

    /** How far an attempt has come. */
    public enum Phase {
        /** The grant is committed; whether the patch was sent, only the Application tells. */
        GRANTED,
        /** The operation is written, and not picked up yet. */
        ASKED,
        /** Argo CD is at it. */
        RUNNING,
        /** The operation succeeded; comparison and health are awaited. */
        SETTLING,
        /** Followed to its end, lapsed or failed. */
        OVER
    }

    /** What has to hold through a soak before it counts. */
    public enum Holding {
        NOTHING,
        HEALTHY,
        DEGRADED
    }

    static Attempt granted(int number, String resourceVersion, long historyBefore, Instant now) {
        return new Attempt(
                number,
                now,
                resourceVersion,
                historyBefore,
                Phase.GRANTED,
                now,
                Optional.empty(),
                Holding.NOTHING,
                Optional.empty());
    }

    /** In a phase, since now unless it already was. */
    public Attempt in(Phase seen, Instant now) {
        return seen == phase
                ? this
                : new Attempt(
                        number,
                        grantedAt,
                        resourceVersion,
                        historyBefore,
                        seen,
                        now,
                        startedAt,
                        Holding.NOTHING,
                        Optional.empty());
    }

    /** With the operation's startedAt, of which the first one seen counts. */
    public Attempt started(Instant at) {
        return startedAt.isPresent()
                ? this
                : new Attempt(
                        number,
                        grantedAt,
                        resourceVersion,
                        historyBefore,
                        phase,
                        phaseSince,
                        Optional.of(at),
                        holding,
                        holdingSince);
    }

    /** Holding something, since now unless it already was; {@link Holding#NOTHING} breaks the hold. */
    public Attempt holding(Holding seen, Instant now) {
        Optional<Instant> since = seen == Holding.NOTHING ? Optional.empty() : Optional.of(now);
        return seen == holding
                ? this
                : new Attempt(
                        number, grantedAt, resourceVersion, historyBefore, phase, phaseSince, startedAt, seen, since);
    }

    /** With all time-outs counted from now on, in the phase that the Application turns out to be in. */
    Attempt patience(Instant now) {
        return new Attempt(
                number,
                grantedAt,
                resourceVersion,
                historyBefore,
                Phase.ASKED,
                now,
                startedAt,
                Holding.NOTHING,
                Optional.empty());
    }
}
