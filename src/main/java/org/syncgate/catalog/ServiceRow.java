package org.syncgate.catalog;

import org.syncgate.catalog.CatalogProperties.OneService;
import org.syncgate.model.Cluster;

/** A configured service with what tells its applications. */
record ServiceRow(Service service, NamePattern applications, NamePattern clusters, NamePattern deployments) {

    static ServiceRow of(OneService configured) {
        return new ServiceRow(
                new Service(
                        configured.name(),
                        configured.channels(),
                        configured.stakeholders(),
                        FactorsChecks.read(configured.factors())),
                new NamePattern(configured.applications()),
                new NamePattern(configured.clusters()),
                new NamePattern(configured.deployments()));
    }

    boolean names(String application, Cluster cluster) {
        return applications.matches(application) && mayBeIn(cluster);
    }

    boolean mayBeIn(Cluster cluster) {
        return clusters.matches(cluster.name()) && deployments.matches(cluster.deployment());
    }
}
