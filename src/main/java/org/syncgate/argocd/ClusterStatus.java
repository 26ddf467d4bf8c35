package org.syncgate.argocd;

import java.time.Instant;
import org.syncgate.model.Cluster;

/**
 * Whether a cluster answers.
 *
 * @param cluster which
 * @param reachability since when it is so, and why
 */
public record ClusterStatus(Cluster cluster, Reachability reachability) {

    /** What is known of the connection. */
    public sealed interface Reachability {}

    /** The first list has not come in yet. */
    public record Connecting() implements Reachability {}

    /** The watch is open. */
    public record Reachable() implements Reachability {}

    /**
     * The cluster does not answer; it is tried again with growing pauses.
     *
     * @param since when that began
     * @param reason one sentence without a stack trace
     */
    public record Unreachable(Instant since, String reason) implements Reachability {}
}
