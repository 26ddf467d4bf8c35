package org.syncgate.catalog;

import java.util.List;
import java.util.Optional;
import org.syncgate.model.Cell;
import org.syncgate.model.Factors;

/**
 * A row of the practice's chart, or a service that the chart does not name.
 *
 * @param name for instance {@code science-platform}; {@code other} for what no configured service names
 * @param channels where its users are told, which the table calls {@code service}; may be empty
 * @param stakeholders the groups that agree on the time of an extended downtime, which the table calls {@code service}
 *     too; may be empty
 * @param factors what says how formal its deployments ought to be; empty where nobody configured them
 */
public record Service(String name, List<String> channels, List<String> stakeholders, Optional<Factors> factors) {

    /** What stands for applications that no configured service names. */
    public static final Service OTHER = new Service(Cell.OTHER, List.of(), List.of(), Optional.empty());

    public Service {
        channels = List.copyOf(channels);
        stakeholders = List.copyOf(stakeholders);
    }
}
