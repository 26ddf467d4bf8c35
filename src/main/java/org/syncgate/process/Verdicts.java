package org.syncgate.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.Progress;
import org.syncgate.request.Attempt;
import org.syncgate.request.Attempt.Holding;
import org.syncgate.request.Attempt.Phase;

/** Weighs what is seen of a granted sync against the times that it may take. */
@Component
class Verdicts {

    private final SyncTimes times;
    private final Clock clock;

    Verdicts(SyncTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    Verdict of(Attempt attempt, Progress progress) {
        Instant now = clock.instant();
        if (progress instanceof Progress.NotPickedUp) {
            return asked(attempt.in(Phase.ASKED, now), now);
        } else if (progress instanceof Progress.Running running) {
            return running(attempt.in(Phase.RUNNING, now).started(running.startedAt()), running.message(), now);
        } else if (progress instanceof Progress.AwaitingComparison awaiting) {
            return settling(
                    attempt.in(Phase.SETTLING, now)
                            .started(awaiting.startedAt())
                            .holding(Holding.NOTHING, now),
                    "Synced; Argo CD has not looked at the result yet.",
                    now);
        } else if (progress instanceof Progress.Succeeded succeeded) {
            Attempt seen = attempt.in(Phase.SETTLING, now)
                    .started(succeeded.startedAt())
                    .holding(holding(succeeded), now);
            return settling(seen, words(succeeded), now);
        } else if (progress instanceof Progress.Failed failed) {
            return new Verdict.Failed(
                    attempt.in(Phase.RUNNING, now).started(failed.startedAt()), "Argo CD says: " + failed.message());
        } else if (progress instanceof Progress.Lost) {
            return new Verdict.Failed(attempt, "Argo CD has lost the operation and will not go on with it.");
        } else if (progress instanceof Progress.Overwritten overwritten) {
            return attempt.phase() == Phase.GRANTED
                    ? new Verdict.Again("An operation by " + overwritten.by() + " came first.")
                    : new Verdict.Failed(
                            attempt, "An operation by " + overwritten.by() + " has taken the place of this one.");
        }
        return attempt.phase() == Phase.GRANTED
                ? new Verdict.Again("Something changed between the grant and the request to sync.")
                : new Verdict.Failed(attempt, "The operation is gone from the Application without a trace.");
    }

    /** Nobody answers; the phase that was last seen goes on until its time is over, and what was held is not seen. */
    Verdict unreachable(Attempt attempt, String reason) {
        Instant now = clock.instant();
        Instant deadline = attempt.phaseSince().plus(limit(attempt.phase()));
        return now.isBefore(deadline)
                ? going(
                        attempt.holding(Holding.NOTHING, now),
                        "The cluster cannot be reached: " + reason,
                        now,
                        deadline)
                : new Verdict.Failed(
                        attempt, "The cluster cannot be reached, so nobody knows whether the sync is over: " + reason);
    }

    private Verdict asked(Attempt attempt, Instant now) {
        Instant deadline = attempt.phaseSince().plus(times.pickUp());
        return now.isBefore(deadline)
                ? going(attempt, "Asked; Argo CD has not begun yet.", now, deadline)
                : new Verdict.NotPickedUp(
                        "Argo CD's controller has not begun within " + Times.words(times.pickUp()) + ".");
    }

    private Verdict running(Attempt attempt, String message, Instant now) {
        Instant deadline = attempt.phaseSince().plus(times.operation());
        String words = message.isEmpty() ? "Argo CD is at it." : "Argo CD is at it: " + message;
        return now.isBefore(deadline)
                ? going(attempt, words, now, deadline)
                : new Verdict.Failed(attempt, "Still not over after " + Times.words(times.operation()) + ". " + words);
    }

    private Verdict settling(Attempt attempt, String words, Instant now) {
        Instant deadline = attempt.phaseSince().plus(times.health());
        Instant soaked =
                attempt.holdingSince().map(since -> since.plus(times.soak())).orElse(deadline);
        if (attempt.holding() != Holding.NOTHING && !now.isBefore(soaked)) {
            return attempt.holding() == Holding.HEALTHY
                    ? new Verdict.Deployed(attempt)
                    : new Verdict.Failed(attempt, words);
        }
        return now.isBefore(deadline) || attempt.holding() == Holding.HEALTHY
                ? going(attempt, words, now, soaked)
                : new Verdict.Failed(
                        attempt, "Not settled within " + Times.words(times.health()) + " after the sync. " + words);
    }

    private String words(Progress.Succeeded succeeded) {
        return succeeded.settled()
                ? "Synced and healthy; watched for " + Times.words(times.soak()) + "."
                : "Synced, but not settled: " + succeeded.words() + ".";
    }

    private static Holding holding(Progress.Succeeded succeeded) {
        if (succeeded.settled()) {
            return Holding.HEALTHY;
        }
        return succeeded.degraded() ? Holding.DEGRADED : Holding.NOTHING;
    }

    private Verdict going(Attempt attempt, String words, Instant now, Instant deadline) {
        Instant look = Stream.of(now.plus(times.lookAgain()), deadline)
                .min(Instant::compareTo)
                .orElseThrow();
        return new Verdict.Going(attempt, words, look);
    }

    private Duration limit(Phase phase) {
        return switch (phase) {
            case GRANTED, ASKED -> times.pickUp();
            case RUNNING -> times.operation();
            case SETTLING, OVER -> times.health();
        };
    }
}
