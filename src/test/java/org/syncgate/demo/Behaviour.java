package org.syncgate.demo;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of an application's operations until another behaviour is set.
 *
 * @param outcome how they end
 * @param message what the controller says about it; empty for its usual words
 * @param takes how long an operation runs; empty for the cluster's pace
 */
public record Behaviour(Outcome outcome, String message, Optional<Duration> takes) {

    /** How operations end. */
    enum Outcome {
        SUCCEEDS,
        FAILS,
        ERRS,
        DEGRADES,
        STAYS_PROGRESSING,
        NEVER_FINISHES,
        SKIPS_PRUNE,
        BLOCKED
    }

    /** Operations succeed, and the application becomes Synced and Healthy. */
    public static Behaviour normal() {
        return of(Outcome.SUCCEEDS, "successfully synced (all tasks run)");
    }

    /** Operations end Failed with the message. */
    public static Behaviour fails(String message) {
        return of(Outcome.FAILS, message);
    }

    /** Operations end in Error with the message: the controller could not even try. */
    public static Behaviour errs(String message) {
        return of(Outcome.ERRS, message);
    }

    /** Operations succeed, and the health becomes Degraded afterwards. */
    public static Behaviour degrades() {
        return of(Outcome.DEGRADES, normal().message());
    }

    /** Operations succeed, and the health stays Progressing for ever. */
    public static Behaviour staysProgressing() {
        return of(Outcome.STAYS_PROGRESSING, normal().message());
    }

    /** Operations succeed after the given time. */
    public static Behaviour slow(Duration takes) {
        return new Behaviour(Outcome.SUCCEEDS, normal().message(), Optional.of(takes));
    }

    /** Operations run until somebody terminates them. */
    public static Behaviour neverFinishes() {
        return of(Outcome.NEVER_FINISHES, "");
    }

    /** Operations succeed, but a resource that was to be pruned is left, so the application stays OutOfSync. */
    public static Behaviour prunesSkipped() {
        return of(Outcome.SKIPS_PRUNE, normal().message());
    }

    /** A sync window blocks operations: they stay Running with Argo CD's message about it. */
    public static Behaviour blockedByWindow() {
        return of(Outcome.BLOCKED, "Sync operation blocked by sync window");
    }

    private static Behaviour of(Outcome outcome, String message) {
        return new Behaviour(outcome, message, Optional.empty());
    }
}
