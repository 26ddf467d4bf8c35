package org.syncgate.argocd;

import java.time.Instant;

/** How far an operation of ours has come, read off one look at the Application. */
public sealed interface Progress {

    /** {@code .operation} bears our mark, and Argo CD has not begun. */
    record NotPickedUp() implements Progress {}

    /**
     * Argo CD is at it, or is terminating it.
     *
     * @param startedAt the operation's own
     * @param message what Argo CD says, for instance that a sync window blocks it; may be empty
     */
    record Running(Instant startedAt, String message) implements Progress {}

    /**
     * The operation succeeded, and what the Application shows is fresher than that.
     *
     * @param startedAt the operation's own
     * @param settled whether all is in sync (or compared with a newer target) and healthy
     * @param degraded whether Argo CD calls its health Degraded
     * @param words what it looks like, for instance "Progressing" or "ConfigMap x is left out of sync"
     */
    record Succeeded(Instant startedAt, boolean settled, boolean degraded, String words) implements Progress {}

    /** The operation succeeded, and Argo CD has not looked at the result since. */
    record AwaitingComparison(Instant startedAt) implements Progress {}

    /** The operation ended Failed or Error; Argo CD's message says why. */
    record Failed(Instant startedAt, String message) implements Progress {}

    /** Argo CD lost the operation: Running without an {@code .operation}, which nobody resumes. */
    record Lost() implements Progress {}

    /** Another operation stands in our operation's place, and the history does not show ours as done. */
    record Overwritten(String by) implements Progress {}

    /** Nothing on the Application bears our mark: the patch never arrived, or was withdrawn. */
    record NeverAsked() implements Progress {}
}
