package org.syncgate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncgate.model.Cluster;
import org.syncgate.model.Tier;

/**
 * Somebody's own place, as {@code kubectl get applications,appprojects -n argocd -o json} (or yaml) printed it: one file
 * a cluster in one directory, and {@code clusters.yaml} with each cluster's deployment and tier.
 */
final class OwnPlace implements Place {

    private static final String CLUSTERS = "clusters.yaml";
    private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml");

    private final List<Population> populations;

    private OwnPlace(List<Population> populations) {
        this.populations = populations;
    }

    /**
     * Reads a directory.
     *
     * @throws IllegalArgumentException with a sentence that says what is to be mended, if anything is amiss in it
     */
    static OwnPlace load(Path directory) {
        Path clusters = directory.resolve(CLUSTERS);
        if (!Files.isRegularFile(clusters)) {
            throw new IllegalArgumentException("--demo.applications: " + clusters
                    + " is missing. Write it with a line for each cluster, for instance"
                    + " 'idfdev: {deployment: science, tier: dev}'.");
        }
        List<Population> populations = read(clusters).stream()
                .flatMap(document -> document.properties().stream())
                .map(entry -> population(directory, entry))
                .toList();
        if (populations.isEmpty()) {
            throw new IllegalArgumentException("--demo.applications: " + clusters + " names no cluster.");
        }
        return new OwnPlace(populations);
    }

    @Override
    public List<Population> populations() {
        return populations;
    }

    private static Population population(Path directory, Map.Entry<String, JsonNode> entry) {
        Cluster cluster = cluster(directory.resolve(CLUSTERS), entry.getKey(), entry.getValue());
        return new Population(cluster, objects(file(directory, cluster.name())), Map.of());
    }

    private static Cluster cluster(Path file, String name, JsonNode facts) {
        String deployment = facts.path("deployment").asText("");
        if (deployment.isBlank()) {
            throw new IllegalArgumentException(
                    "--demo.applications: " + file + " says no deployment for " + name + ", for instance science.");
        }
        String tier = facts.path("tier").asText("");
        return new Cluster(
                name,
                deployment,
                Tier.of(tier)
                        .orElseThrow(() -> new IllegalArgumentException("--demo.applications: " + file + " gives "
                                + name + " the tier '" + tier + "'; it has to be one of "
                                + Arrays.stream(Tier.values()).map(Tier::text).collect(Collectors.joining(", "))
                                + ".")));
    }

    private static Path file(Path directory, String cluster) {
        return ENDINGS.stream()
                .map(ending -> directory.resolve(cluster + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--demo.applications: " + CLUSTERS + " names "
                        + cluster + ", but " + directory + " has no " + cluster + ".json. Write it with"
                        + " 'kubectl get applications,appprojects -n argocd -o json'."));
    }

    private static List<ObjectNode> objects(Path file) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode document : read(file)) {
            Stream<JsonNode> items = document.path("kind").asText().endsWith("List")
                    ? document.path("items").valueStream()
                    : Stream.of(document);
            items.forEach(item -> objects.add(object(file, item)));
        }
        return objects;
    }

    private static ObjectNode object(Path file, JsonNode item) {
        String kind = item.path("kind").asText();
        boolean known = kind.equals("Application") || kind.equals("AppProject");
        if (!known || item.at("/metadata/name").asText().isEmpty()) {
            throw new IllegalArgumentException("--demo.applications: " + file + " holds "
                    + (kind.isEmpty() ? "something without a kind" : "a " + kind)
                    + "; it has to be a List of Applications and AppProjects, as"
                    + " 'kubectl get applications,appprojects -n argocd -o json' prints it.");
        }
        return (ObjectNode) item;
    }

    private static List<JsonNode> read(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().endsWith(".json") ? Documents.json(text) : Documents.yaml(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("--demo.applications: " + file + " cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--demo.applications: " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
