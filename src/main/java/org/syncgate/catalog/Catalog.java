package org.syncgate.catalog;

import java.util.List;
import java.util.Optional;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;

/** The configured place, looked up by name. */
public interface Catalog {

    /** All clusters, ordered by name. */
    List<Cluster> clusters();

    /** One cluster; empty where none of this name is configured. */
    Optional<Cluster> cluster(String name);

    /**
     * How to reach a configured cluster.
     *
     * @throws IllegalArgumentException if none of this name is configured
     */
    Connection connection(String cluster);

    /** The service whose patterns name the application: the first configured one, or {@code other}. */
    Service service(ApplicationId application);
}
