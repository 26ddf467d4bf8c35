package org.syncgate.catalog;

import java.util.List;

/**
 * A row of the practice's chart.
 *
 * @param name for instance {@code science-platform}; {@code other} for what no row names
 * @param channels where its users are told, which the table calls {@code service}; may be empty
 * @param stakeholders the groups that agree on the time of an extended downtime, which the table calls {@code service}
 *     too; may be empty
 */
public record Service(String name, List<String> channels, List<String> stakeholders) {

    /** The row for applications that no configured service names. */
    public static final Service OTHER = new Service("other", List.of(), List.of());

    public Service {
        channels = List.copyOf(channels);
        stakeholders = List.copyOf(stakeholders);
    }
}
