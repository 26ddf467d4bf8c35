package org.syncgate.argocd;

/** A cluster became reachable or unreachable: published as an application event. */
public record ReachabilityChanged(ClusterStatus status) {}
