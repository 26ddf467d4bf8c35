package org.syncgate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.syncgate.model.Cluster;
import org.syncgate.model.Tier;

/** The seeds: the clusters and applications of {@code demo/place.yaml}, with made-up revisions and dates before now. */
public final class DemoPlace implements Place {

    private final List<Population> populations;

    private DemoPlace(List<Population> populations) {
        this.populations = List.copyOf(populations);
    }

    /** Every cluster. */
    public static DemoPlace all(Clock clock) {
        return new DemoPlace(seeds(clock.instant()));
    }

    /** The named clusters. */
    public static DemoPlace only(String... clusters) {
        Set<String> wanted = Set.of(clusters);
        return new DemoPlace(seeds(Clock.systemUTC().instant()).stream()
                .filter(population -> wanted.contains(population.cluster().name()))
                .toList());
    }

    @Override
    public List<Population> populations() {
        return populations;
    }

    private static List<Population> seeds(Instant now) {
        return Documents.yaml(text()).get(0).properties().stream()
                .map(entry -> population(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    private static Population population(String name, JsonNode facts, Instant now) {
        Tier tier = Tier.of(facts.path("tier").asText()).orElseThrow();
        Cluster cluster = new Cluster(name, facts.path("deployment").asText(), tier);
        List<ObjectNode> objects = new ArrayList<>();
        Set<String> projects = new TreeSet<>();
        Map<String, Behaviour> behaviours = new HashMap<>();
        facts.path("applications").properties().forEach(entry -> {
            Seed seed = Seed.of(name, entry.getKey(), entry.getValue());
            projects.add(seed.project());
            objects.add(seed.application(now));
            seed.behaviour().ifPresent(behaviour -> behaviours.put(seed.name(), behaviour));
        });
        projects.forEach(project -> objects.add(Seed.project(project)));
        return new Population(cluster, objects, behaviours);
    }

    private static String text() {
        try (InputStream place = Objects.requireNonNull(DemoPlace.class.getResourceAsStream("/demo/place.yaml"))) {
            return new String(place.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
