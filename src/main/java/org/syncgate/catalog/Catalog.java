package org.syncgate.catalog;

import java.net.URI;
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

    /** The Application's page in its cluster's Argo CD; empty where that is not configured. */
    Optional<URI> page(ApplicationId application);

    /**
     * Where what goes past the gate of an application is told: its cluster's channels, or else those of its service; empty
     * where neither has any.
     */
    List<String> channels(ApplicationId application);

    /** The service whose patterns name the application: the first configured one, or {@code other}. */
    Service service(ApplicationId application);

    /** All configured services in the order in which they are asked for an application. */
    List<Service> services();

    /** Those of them that may have an application in a cluster. */
    List<Service> servicesIn(Cluster cluster);
}
