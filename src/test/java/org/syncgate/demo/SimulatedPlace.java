package org.syncgate.demo;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A place whose clusters are running. A test starts the clusters it needs and names them to Syncgate:
 *
 * <pre>{@code
 * static final SimulatedPlace PLACE = SimulatedPlace.start(DemoPlace.only("idfdev"), Pace.TEST, Clock.systemUTC());
 *
 * @DynamicPropertySource
 * static void clusters(DynamicPropertyRegistry registry) {
 *     PLACE.register(registry);
 * }
 * }</pre>
 */
public final class SimulatedPlace implements AutoCloseable {

    private final Map<String, SimulatedCluster> clusters = new LinkedHashMap<>();
    private final Kubeconfig kubeconfig;

    private SimulatedPlace(Place place, Pace pace, Clock clock) {
        place.populations()
                .forEach(population ->
                        clusters.put(population.cluster().name(), new SimulatedCluster(population, pace, clock)));
        kubeconfig = Kubeconfig.write(clusters.values());
    }

    /** Starts every cluster of the place. */
    public static SimulatedPlace start(Place place, Pace pace, Clock clock) {
        return new SimulatedPlace(place, pace, clock);
    }

    /**
     * One of its clusters.
     *
     * @throws NoSuchElementException if it has none of this name
     */
    public SimulatedCluster cluster(String name) {
        return Optional.ofNullable(clusters.get(name))
                .orElseThrow(() -> new NoSuchElementException("No cluster " + name));
    }

    /** What Syncgate has to be told of the clusters: its properties {@code syncgate.clusters[i].…}. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (SimulatedCluster cluster : clusters.values()) {
            String prefix = "syncgate.clusters[" + properties.size() / 6 + "].";
            properties.put(prefix + "name", cluster.cluster().name());
            properties.put(prefix + "deployment", cluster.cluster().deployment());
            properties.put(prefix + "tier", cluster.cluster().tier().text());
            properties.put(prefix + "argocd-namespace", ApiObjects.NAMESPACE);
            properties.put(prefix + "kubeconfig", kubeconfig.file().toString());
            properties.put(prefix + "context", cluster.cluster().name());
        }
        return properties;
    }

    /** Registers {@link #properties} for a Spring test. */
    public void register(DynamicPropertyRegistry registry) {
        properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @Override
    public void close() {
        clusters.values().forEach(SimulatedCluster::close);
    }
}
