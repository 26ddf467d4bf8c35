package org.syncgate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of {@code demo/place.yaml}: an application and what state it is in.
 *
 * @param cluster the cluster's name
 * @param name the application's name
 * @param project its AppProject
 * @param is in-sync, pending, drifting, broken or syncing
 * @param more any of multi-source, auto-sync
 * @param then what its syncs will do: fail, degrade or, empty, succeed
 */
record Seed(String cluster, String name, String project, String is, List<String> more, String then) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String REPOSITORY = "https://github.com/lsst-sqre/phalanx.git";

    static Seed of(String cluster, String name, JsonNode facts) {
        return new Seed(
                cluster,
                name,
                facts.path("project").asText(),
                facts.path("is").asText("in-sync"),
                facts.path("more").valueStream().map(JsonNode::asText).toList(),
                facts.path("then").asText(""));
    }

    static ObjectNode project(String name) {
        ObjectNode project = object("AppProject", name);
        ObjectNode spec = project.putObject("spec");
        spec.putArray("sourceRepos").add("*");
        spec.putArray("destinations").addObject().put("namespace", "*").put("server", "*");
        spec.putArray("clusterResourceWhitelist").addObject().put("group", "*").put("kind", "*");
        return project;
    }

    Optional<Behaviour> behaviour() {
        return switch (then) {
            case "fail" ->
                Optional.of(Behaviour.fails("one or more objects failed to apply, reason: Deployment.apps \"" + name
                        + "\" is invalid: spec.template.spec.containers[0].image: Required value"));
            case "degrade" -> Optional.of(Behaviour.degrades());
            default -> is.equals("syncing") ? Optional.of(Behaviour.slow(Duration.ofMinutes(10))) : Optional.empty();
        };
    }

    ObjectNode application(Instant now) {
        ObjectNode json = object("Application", name);
        json.withObject("/metadata").putArray("finalizers").add("resources-finalizer.argocd.argoproj.io");
        ObjectNode spec = json.putObject("spec");
        spec.put("project", project);
        spec.putObject("destination").put("namespace", name).put("server", "https://kubernetes.default.svc");
        if (more.contains("multi-source")) {
            ObjectNode chart = source();
            ((ObjectNode) chart.path("helm"))
                    .withArray("valueFiles")
                    .add("$values/environments/values-" + cluster + ".yaml");
            ObjectNode values = JSON.objectNode().put("repoURL", REPOSITORY).put("targetRevision", "main");
            spec.putArray("sources").add(chart).add(values.put("ref", "values"));
        } else {
            spec.set("source", source());
        }
        ObjectNode policy = spec.putObject("syncPolicy");
        policy.putArray("syncOptions").add("ServerSideApply=true");
        if (more.contains("auto-sync")) {
            policy.putObject("automated");
        }
        new SeedStatus(this, new Application(json), now).write();
        return json;
    }

    private ObjectNode source() {
        ObjectNode source = JSON.objectNode()
                .put("repoURL", REPOSITORY)
                .put("path", "applications/" + name)
                .put("targetRevision", "main");
        ObjectNode helm = source.putObject("helm");
        helm.putArray("valueFiles").add("values.yaml").add("values-" + cluster + ".yaml");
        helm.putArray("parameters")
                .addObject()
                .put("name", "global.environmentName")
                .put("value", cluster);
        return source;
    }

    private static ObjectNode object(String kind, String name) {
        ObjectNode json =
                JSON.objectNode().put("apiVersion", "argoproj.io/v1alpha1").put("kind", kind);
        json.putObject("metadata").put("name", name).put("namespace", ApiObjects.NAMESPACE);
        return json;
    }
}
