package org.syncgate.model;

/**
 * One Kubernetes cluster with its own Argo CD, as the practice sees it.
 *
 * @param name unique among the configured clusters
 * @param deployment the kind of place it is: science, telescope, roundtable, community …
 * @param tier how formal it is
 */
public record Cluster(String name, String deployment, Tier tier) {

    /** Which environment it is, as people say it, for instance "science prod". */
    public String environment() {
        return deployment + " " + tier.text();
    }
}
