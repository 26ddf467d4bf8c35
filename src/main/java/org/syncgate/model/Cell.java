package org.syncgate.model;

import java.util.Optional;

/**
 * What the practice is asked about: one cell of its chart.
 *
 * @param service the row of the chart that the application belongs to, {@code other} where none names it
 * @param deployment the cluster's deployment
 * @param tier the cluster's tier
 * @param disruption what the requester expects
 * @param formality the point on the axis of formality; empty for a service that the chart names, which has its place
 */
public record Cell(String service, String deployment, Tier tier, Disruption disruption, Optional<Formality> formality) {

    /** What the practice calls all services that its chart does not name. */
    public static final String OTHER = "other";

    /** A cell of a service that the chart names. */
    public Cell(String service, String deployment, Tier tier, Disruption disruption) {
        this(service, deployment, tier, disruption, Optional.empty());
    }

    /** Names the cell as people say it, for instance "efd in telescope prod". */
    public String words() {
        return service + " in " + deployment + " " + tier.text();
    }
}
