package org.syncgate.argocd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an Application's state means for somebody who wants to deploy it. Exactly one holds; where several could, the
 * one that has to be dealt with first: being deleted, auto-sync, broken, operation in progress, stale, and only then
 * what a comparison says.
 */
public sealed interface ApplicationState {

    /**
     * A newer revision than the deployed one waits to be synced.
     *
     * @param deployed revisions of the last history entry; empty where nothing was ever deployed
     * @param target what Argo CD compared with
     */
    record PendingUpgrade(List<String> deployed, List<String> target) implements ApplicationState {}

    /**
     * The live state differs from the deployed revision; a re-sync of it walks the same path as an upgrade.
     *
     * @param deployed the deployed revisions, which are the target too
     */
    record Drift(List<String> deployed) implements ApplicationState {}

    /** Nothing to do. */
    record InSync(List<String> revisions) implements ApplicationState {}

    /** Argo CD syncs it by itself, so a pinned revision would not stay. */
    record AutoSync() implements ApplicationState {}

    /**
     * An operation has been asked for and is not over.
     *
     * @param by its initiator as people know it
     * @param startedAt empty until Argo CD picks it up
     */
    record OperationInProgress(String by, Optional<Instant> startedAt) implements ApplicationState {}

    /**
     * Argo CD cannot compare it, would never pick up an operation, or does not name a Git commit to pin.
     *
     * @param reasons sentences, at least one
     */
    record Broken(List<String> reasons) implements ApplicationState {}

    /** What is shown was compared with another source than the present one, or a refresh is under way. */
    record Stale() implements ApplicationState {}

    /** It has a deletionTimestamp. */
    record BeingDeleted() implements ApplicationState {}
}
