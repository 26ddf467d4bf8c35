package org.syncgate.model;

/**
 * What the practice is asked about: one cell of its chart.
 *
 * @param service the row of the chart that the application belongs to, {@code other} where none names it
 * @param deployment the cluster's deployment
 * @param tier the cluster's tier
 * @param disruption what the requester expects
 */
public record Cell(String service, String deployment, Tier tier, Disruption disruption) {

    /** Names the cell as people say it, for instance "efd in telescope prod". */
    public String words() {
        return service + " in " + deployment + " " + tier.text();
    }
}
