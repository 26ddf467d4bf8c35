package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.Attempt.Phase;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Syncing;
import org.syncgate.request.Standing.Waiting;

/** What journeys around one single sync have in common. */
abstract class SyncJourney extends Journey {

    static final String NEWER = "b".repeat(40);

    private static final AtomicInteger PROJECTS = new AtomicInteger();

    static ObjectNode live(ApplicationId application) {
        return cluster(application.cluster()).application(application.name());
    }

    static void edit(ApplicationId application, Consumer<ObjectNode> change) {
        cluster(application.cluster()).edit(application.name(), change);
    }

    static void behave(ApplicationId application, Behaviour behaviour) {
        cluster(application.cluster()).behave(application.name(), behaviour);
    }

    static int syncs(ApplicationId application) {
        return cluster(application.cluster()).syncsSeen(application.name());
    }

    static String target(ApplicationId application) {
        return live(application).at("/status/sync/revision").asText();
    }

    /** The operation that Argo CD took up last. */
    static JsonNode operation(ApplicationId application) {
        return live(application).at("/status/operationState/operation");
    }

    static JsonNode lastHistory(ApplicationId application) {
        JsonNode history = live(application).at("/status/history");
        return history.get(history.size() - 1);
    }

    /** A pending application in a project of its own whose sync windows nobody may sync in. */
    ApplicationId pendingBehindShutWindow() {
        ApplicationId application = pending();
        String project = "project-" + PROJECTS.incrementAndGet();
        putProject(application.cluster(), project, true);
        edit(application, json -> json.withObject("/spec").put("project", project));
        return application;
    }

    static void shutWindow(ApplicationId application) {
        putProject(application.cluster(), live(application).at("/spec/project").asText(), true);
    }

    static void openWindow(ApplicationId application) {
        putProject(application.cluster(), live(application).at("/spec/project").asText(), false);
    }

    static void putProject(String cluster, String name, boolean shut) {
        ObjectNode project = JsonNodeFactory.instance.objectNode();
        project.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "AppProject");
        project.putObject("metadata").put("name", name);
        ObjectNode spec = project.putObject("spec");
        spec.putArray("destinations").addObject().put("namespace", "*").put("server", "*");
        if (shut) {
            spec.putArray("syncWindows")
                    .addObject()
                    .put("kind", "deny")
                    .put("schedule", "* * * * *")
                    .put("duration", "1h")
                    .putArray("applications")
                    .add("*");
        }
        cluster(cluster).put(project);
    }

    DeploymentRequest awaitWaiting(DeploymentRequest request, String words) {
        return awaitStanding(
                request,
                standing -> standing instanceof Waiting && standing.words().contains(words));
    }

    DeploymentRequest awaitFailed(DeploymentRequest request) {
        return awaitStanding(request, Failed.class::isInstance);
    }

    DeploymentRequest awaitPhase(DeploymentRequest request, Phase phase) {
        return org.awaitility.Awaitility.await(phase + " of " + request.id())
                .atMost(PATIENCE)
                .until(
                        () -> now(request),
                        now -> now.standing() instanceof Syncing
                                && now.currentAttempt().phase() == phase);
    }

    /** Its outcome, once it has ended. */
    Outcome awaitOutcome(DeploymentRequest request) {
        return ((Ended) awaitEnd(request).standing()).outcome();
    }

    int attempts(DeploymentRequest request) {
        return now(request).currentAttempt().number();
    }

    /** Completes {@code resolveFailedSync} in Tasklist. */
    HttpResponse<String> resolve(String person, DeploymentRequest request, Map<String, Object> fields) {
        return complete(signedIn(person), awaitTask(request, "resolveFailedSync"), fields);
    }

    void decide(DeploymentRequest request, String action) {
        HttpResponse<String> answer =
                resolve("dev", request, Map.of("action", action, "reason", "Seen on the status page"));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
}
