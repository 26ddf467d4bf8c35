package org.syncgate.web;

import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.ClusterStatus.Reachable;
import org.syncgate.argocd.ClusterStatus.Unreachable;
import org.syncgate.model.Moments;

/** A cluster as a page shows it; an unreachable one of the lower tiers is no alarm. */
record ClusterView(String name, String place, String mood, String words) {

    static ClusterView of(ClusterStatus status) {
        String place =
                status.cluster().deployment() + " " + status.cluster().tier().text();
        if (status.reachability() instanceof Unreachable unreachable) {
            return new ClusterView(
                    status.cluster().name(),
                    place,
                    status.cluster().tier().alwaysAvailable() ? "failed" : "quiet",
                    "not reachable since " + Moments.time(unreachable.since()) + " (" + unreachable.reason() + ")");
        }
        return status.reachability() instanceof Reachable
                ? new ClusterView(status.cluster().name(), place, "deployed", "reachable")
                : new ClusterView(status.cluster().name(), place, "quiet", "connecting");
    }
}
