package org.syncgate.catalog;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.catalog.CatalogProperties.OneCluster;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.Tier;

/** The catalog that {@code syncgate.clusters} and {@code syncgate.services} describe. */
@Component
class ConfiguredCatalog implements Catalog {

    private final SortedMap<String, Cluster> clusters = new TreeMap<>();
    private final Map<String, Connection> connections;
    private final Map<String, OneCluster> configured;
    private final List<ServiceRow> services;

    ConfiguredCatalog(CatalogProperties properties) {
        properties.clusters().forEach(configured -> clusters.put(configured.name(), cluster(configured)));
        connections = properties.clusters().stream()
                .collect(Collectors.toUnmodifiableMap(OneCluster::name, ConfiguredCatalog::connection));
        configured = properties.clusters().stream()
                .collect(Collectors.toUnmodifiableMap(OneCluster::name, Function.identity()));
        services = properties.services().stream().map(ServiceRow::of).toList();
    }

    @Override
    public List<Cluster> clusters() {
        return List.copyOf(clusters.values());
    }

    @Override
    public Optional<Cluster> cluster(String name) {
        return Optional.ofNullable(clusters.get(name));
    }

    @Override
    public Connection connection(String cluster) {
        return Optional.ofNullable(connections.get(cluster))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No cluster '" + cluster + "' is configured under syncgate.clusters"));
    }

    @Override
    public Optional<URI> page(ApplicationId application) {
        return Optional.ofNullable(configured.get(application.cluster()))
                .filter(cluster -> !cluster.argocdUrl().isBlank())
                .map(cluster -> URI.create(cluster.argocdUrl().replaceFirst("/+$", "") + "/applications/"
                        + cluster.argocdNamespace() + "/" + application.name()));
    }

    @Override
    public List<String> channels(ApplicationId application) {
        return Optional.ofNullable(configured.get(application.cluster()))
                .map(OneCluster::channels)
                .filter(channels -> !channels.isEmpty())
                .orElseGet(() -> service(application).channels());
    }

    @Override
    public Service service(ApplicationId application) {
        return cluster(application.cluster())
                .flatMap(cluster -> services.stream()
                        .filter(row -> row.names(application.name(), cluster))
                        .findFirst())
                .map(ServiceRow::service)
                .orElse(Service.OTHER);
    }

    @Override
    public List<Service> services() {
        return services.stream().map(ServiceRow::service).toList();
    }

    @Override
    public List<Service> servicesIn(Cluster cluster) {
        return services.stream()
                .filter(row -> row.mayBeIn(cluster))
                .map(ServiceRow::service)
                .toList();
    }

    private static Cluster cluster(OneCluster configured) {
        return new Cluster(
                configured.name(),
                configured.deployment(),
                Tier.of(configured.tier()).orElseThrow());
    }

    private static Connection connection(OneCluster configured) {
        return configured.kubeconfig().isBlank()
                ? new Connection.InCluster(configured.argocdNamespace())
                : new Connection.Kubeconfig(
                        configured.argocdNamespace(), Path.of(configured.kubeconfig()), configured.context());
    }
}
