package org.syncgate.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * What Argo CD would have written on a seed's Application by now.
 *
 * @param application complete but for its status
 */
record SeedStatus(Seed seed, Application application, Instant now) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Adds {@code status}, and {@code operation} where one is under way. */
    void write() {
        ObjectNode status = application.json().putObject("status");
        boolean moved = seed.is().equals("pending") || seed.is().equals("syncing");
        boolean differs = moved || seed.is().equals("drifting");
        Instant deployed =
                now.minus(Duration.ofHours(30 + Math.floorMod(seed.name().hashCode(), 400)));
        status.put("controllerNamespace", ApiObjects.NAMESPACE).put("sourceType", "Helm");
        status.put("reconciledAt", time(now.minusSeconds(90)));
        status.putObject("health").put("status", "Healthy");
        status.putObject("summary").putArray("images").add("ghcr.io/lsst-sqre/" + seed.name() + ":" + version());
        ObjectNode sync = status.putObject("sync");
        sync.put("status", seed.is().equals("broken") ? "Unknown" : differs ? "OutOfSync" : "Synced");
        sync.set("comparedTo", application.comparedTo());
        application.writeRevisions(sync, revisions(moved ? "main" : "deployed"));
        resources(status, differs);
        history(status, deployed);
        if (seed.is().equals("broken")) {
            status.putArray("conditions")
                    .addObject()
                    .put("type", "ComparisonError")
                    .put("lastTransitionTime", time(now.minusSeconds(3600)))
                    .put(
                            "message",
                            "Failed to load target state: failed to generate manifest for source 1 of 1: "
                                    + "helm template failed: applications/" + seed.name() + "/values-" + seed.cluster()
                                    + ".yaml: mapping values are not allowed in this context");
        }
        if (seed.is().equals("syncing")) {
            operation();
        }
    }

    private void resources(ObjectNode status, boolean differs) {
        String changed = differs ? "OutOfSync" : "Synced";
        status.putArray("resources")
                .add(resource("v1", "ConfigMap", seed.name() + "-config", changed))
                .add(resource("v1", "Service", seed.name(), "Synced"))
                .add(resource("v1", "Deployment", seed.name(), seed.is().equals("drifting") ? "Synced" : changed)
                        .put("group", "apps"))
                .add(resource("v1", "Ingress", seed.name(), "Synced").put("group", "networking.k8s.io"));
    }

    private ObjectNode resource(String version, String kind, String resource, String state) {
        return JSON.objectNode()
                .put("version", version)
                .put("kind", kind)
                .put("namespace", seed.name())
                .put("name", resource)
                .put("status", state);
    }

    private void history(ObjectNode status, Instant deployed) {
        int id = 2 + Math.floorMod(seed.name().hashCode(), 5);
        ArrayNode history = status.putArray("history");
        for (int back = 1; back >= 0; back--) {
            Instant when = deployed.minus(Duration.ofDays(12L * back));
            ObjectNode entry = history.addObject()
                    .put("id", id - back)
                    .put("deployStartedAt", time(when))
                    .put("deployedAt", time(when.plusSeconds(41)));
            entry.putObject("initiatedBy").put("username", "admin");
            application.writeRevisions(entry, revisions(back == 0 ? "deployed" : "earlier"));
            entry.set(application.sourceField(), application.source());
        }
    }

    /** Somebody pressed Argo CD's own button a little while ago. */
    private void operation() {
        ObjectNode operation = application.json().putObject("operation");
        operation.putObject("initiatedBy").put("username", "admin");
        application.writeRevisions(operation.putObject("sync"), application.target());
        ObjectNode state = application.json().withObject("/status/operationState");
        state.put("phase", "Running").put("startedAt", time(now.minusSeconds(20)));
        state.put("message", "waiting for completion of hook batch/Job/" + seed.name() + "-schema-update");
        state.set("operation", operation.deepCopy());
        ObjectNode result = state.putObject("syncResult");
        application.writeRevisions(result, application.target());
        result.set(application.sourceField(), application.source());
    }

    /** One repository for all: what is on main is the same everywhere. */
    private List<String> revisions(String which) {
        String revision = sha(which.equals("main") ? "main" : seed.name() + "@" + which);
        return application.multiSource() ? List.of(revision, revision) : List.of(revision);
    }

    private String version() {
        int number = Math.floorMod((seed.cluster() + seed.name()).hashCode(), 1000);
        return 1 + number % 9 + "." + number / 9 % 12 + "." + number / 108;
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String sha(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
