package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulated cluster as a client of its Kubernetes API meets it, by patches written by hand. */
class SimulatedClusterTest {

    private static final Instant NOW = Instant.parse("2026-03-05T20:00:00.700Z");
    private static final String STARTED = "2026-03-05T20:00:00Z";
    private static final ResourceDefinitionContext APPLICATIONS = new ResourceDefinitionContext.Builder()
            .withGroup("argoproj.io")
            .withVersion("v1alpha1")
            .withKind("Application")
            .withPlural("applications")
            .withNamespaced(true)
            .build();

    private final SimulatedCluster cluster = new SimulatedCluster(
            DemoPlace.only("idfdev").populations().get(0), Pace.TEST, Clock.fixed(NOW, ZoneOffset.UTC));
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder(Config.empty())
                    .withMasterUrl(cluster.url())
                    .withRequestRetryBackoffLimit(0)
                    .withConnectionTimeout(500)
                    .build())
            // the one that Syncgate uses; the mock server brings another
            .withHttpClientFactory(new JdkHttpClientFactory())
            .build();

    @AfterEach
    void stop() {
        client.close();
        cluster.close();
    }

    @Test
    void aSyncSucceedsAndIsComparedAfterItsEnd() {
        String target = target("gafaelfawr");

        ask("gafaelfawr", target);
        awaitSettled("gafaelfawr");

        JsonNode stored = cluster.application("gafaelfawr");
        JsonNode state = stored.at("/status/operationState");
        assertThat(stored.has("operation")).isFalse();
        assertThat(state.path("phase").asText()).isEqualTo("Succeeded");
        assertThat(state.path("startedAt").asText()).isEqualTo(STARTED);
        assertThat(state.path("finishedAt").asText()).isEqualTo(STARTED);
        assertThat(state.at("/operation/info/0/value").asText()).isEqualTo("r-23456789");
        assertThat(state.at("/operation/initiatedBy/username").asText()).isEqualTo("syncgate:r-23456789");
        assertThat(state.at("/syncResult/revision").asText()).isEqualTo(target);
        assertThat(state.at("/syncResult/resources")).hasSize(4);
        assertThat(stored.at("/status/sync/status").asText()).isEqualTo("Synced");
        assertThat(stored.at("/status/reconciledAt").asText()).isEqualTo(STARTED);
        assertThat(stored.at("/status/resources").findValuesAsText("status")).containsOnly("Synced");
        assertThat(cluster.syncsSeen("gafaelfawr")).isOne();
    }

    @Test
    void aSuccessfulSyncEntersTheHistory() {
        JsonNode before = last(cluster.application("gafaelfawr").at("/status/history"));

        ask("gafaelfawr", target("gafaelfawr"));
        awaitSettled("gafaelfawr");

        JsonNode entry = last(cluster.application("gafaelfawr").at("/status/history"));
        assertThat(entry.path("id").asInt()).isEqualTo(before.path("id").asInt() + 1);
        assertThat(entry.path("revision").asText()).isEqualTo(target("gafaelfawr"));
        assertThat(entry.path("deployStartedAt").asText()).isEqualTo(STARTED);
        assertThat(entry.path("deployedAt").asText()).isEqualTo(STARTED);
        assertThat(entry.at("/initiatedBy/username").asText()).isEqualTo("syncgate:r-23456789");
        assertThat(entry.at("/source/path").asText()).isEqualTo("applications/gafaelfawr");
    }

    @Test
    void theHistoryHoldsTheLastTen() {
        cluster.pause();
        cluster.edit("gafaelfawr", json -> {
            for (int id = 20; id < 30; id++) {
                json.withArray("/status/history").addObject().put("id", id);
            }
        });
        cluster.resume();

        ask("gafaelfawr", target("gafaelfawr"));
        awaitSettled("gafaelfawr");

        assertThat(cluster.application("gafaelfawr").at("/status/history").findValues("id"))
                .hasSize(10)
                .last()
                .satisfies(id -> assertThat(id.asInt()).isEqualTo(30));
    }

    @Test
    void aPartialSyncDoesNotEnterTheHistory() {
        int before = cluster.application("gafaelfawr").at("/status/history").size();
        ObjectNode patch = operation("gafaelfawr", target("gafaelfawr"));
        patch.withObject("/operation/sync").putArray("resources").addObject().put("kind", "ConfigMap");

        send("gafaelfawr", patch);
        awaitPhase("gafaelfawr", "Succeeded");

        assertThat(cluster.application("gafaelfawr").at("/status/history")).hasSize(before);
    }

    @Test
    void aMultiSourceSyncKeepsItsRevisionsAndSources() {
        ObjectNode patch = object();
        ObjectNode sync = patch.withObject("/operation/sync");
        sync.set("revisions", cluster.application("portal").at("/status/sync/revisions"));

        send("portal", patch);
        awaitSettled("portal");

        JsonNode entry = last(cluster.application("portal").at("/status/history"));
        assertThat(entry.path("revisions")).hasSize(2);
        assertThat(entry.path("sources")).hasSize(2);
    }

    @Test
    void anOlderRevisionThanTheTargetLeavesTheApplicationOutOfSync() {
        ask("gafaelfawr", "0123456789012345678901234567890123456789");
        awaitSettled("gafaelfawr");

        assertThat(cluster.application("gafaelfawr").at("/status/sync/status").asText())
                .isEqualTo("OutOfSync");
    }

    @Test
    void fieldsOfAnEarlierOperationLeakUnlessItsStateWasNulled() {
        ObjectNode first = operation("gafaelfawr", target("gafaelfawr"));
        first.withObject("/operation/sync").put("prune", true);
        send("gafaelfawr", first);
        awaitSettled("gafaelfawr");

        ObjectNode second = operation("gafaelfawr", target("gafaelfawr"));
        second.remove("status");
        send("gafaelfawr", second);
        await().until(() -> cluster.syncsSeen("gafaelfawr") == 2);
        awaitSettled("gafaelfawr");

        JsonNode leaked = cluster.application("gafaelfawr").at("/status/operationState/operation/sync");
        assertThat(leaked.path("prune").asBoolean()).isTrue();

        ask("gafaelfawr", target("gafaelfawr"));
        await().until(() -> cluster.syncsSeen("gafaelfawr") == 3);
        assertThat(cluster.application("gafaelfawr")
                        .at("/status/operationState/operation/sync")
                        .has("prune"))
                .isFalse();
    }

    @Test
    void aFailingSyncEndsFailedWithItsMessageAndNoHistory() {
        JsonNode before = cluster.application("tap").at("/status/history");

        ask("tap", target("tap"));
        awaitPhase("tap", "Failed");

        JsonNode stored = cluster.application("tap");
        assertThat(stored.at("/status/operationState/message").asText()).startsWith("one or more objects failed");
        assertThat(stored.has("operation")).isFalse();
        assertThat(stored.at("/status/history")).isEqualTo(before);
        assertThat(stored.at("/status/sync/status").asText()).isEqualTo("OutOfSync");
    }

    @Test
    void aSyncThatCannotBeTriedEndsInError() {
        cluster.behave("tap", Behaviour.errs("failed to load target state"));

        ask("tap", target("tap"));
        awaitPhase("tap", "Error");

        assertThat(cluster.application("tap")
                        .at("/status/operationState/message")
                        .asText())
                .isEqualTo("failed to load target state");
    }

    @Test
    void anApplicationCanDegradeAfterItsSync() {
        ask("nublado", target("nublado"));

        awaitHealth("nublado", "Degraded");
        assertThat(cluster.application("nublado")
                        .at("/status/operationState/phase")
                        .asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void anApplicationStaysProgressingUntilItsBehaviourChanges() {
        cluster.behave("gafaelfawr", Behaviour.staysProgressing());
        ask("gafaelfawr", target("gafaelfawr"));
        awaitHealth("gafaelfawr", "Progressing");

        await().during(Duration.ofMillis(200)).until(() -> health("gafaelfawr").equals("Progressing"));

        cluster.behave("gafaelfawr", Behaviour.normal());
        awaitHealth("gafaelfawr", "Healthy");
    }

    @Test
    void aSkippedPruneLeavesTheApplicationOutOfSyncAtItsTarget() {
        cluster.behave("gafaelfawr", Behaviour.prunesSkipped());
        ask("gafaelfawr", target("gafaelfawr"));
        awaitSettled("gafaelfawr");

        JsonNode stored = cluster.application("gafaelfawr");
        assertThat(stored.at("/status/sync/status").asText()).isEqualTo("OutOfSync");
        assertThat(last(stored.at("/status/resources")).path("requiresPruning").asBoolean())
                .isTrue();
        assertThat(last(stored.at("/status/operationState/syncResult/resources"))
                        .path("status")
                        .asText())
                .isEqualTo("PruneSkipped");
    }

    @Test
    void aSyncWindowKeepsTheOperationRunningUntilItOpens() {
        cluster.behave("gafaelfawr", Behaviour.blockedByWindow());
        ask("gafaelfawr", target("gafaelfawr"));
        await().until(() -> cluster.application("gafaelfawr")
                .at("/status/operationState/message")
                .asText()
                .equals("Sync operation blocked by sync window"));
        assertThat(phase("gafaelfawr")).isEqualTo("Running");

        cluster.behave("gafaelfawr", Behaviour.normal());
        awaitPhase("gafaelfawr", "Succeeded");
    }

    @Test
    void aTerminatedOperationEndsFailed() {
        cluster.behave("gafaelfawr", Behaviour.neverFinishes());
        ask("gafaelfawr", target("gafaelfawr"));
        awaitPhase("gafaelfawr", "Running");

        ObjectNode patch = object();
        patch.withObject("/status/operationState").put("phase", "Terminating");
        send("gafaelfawr", patch);

        awaitPhase("gafaelfawr", "Failed");
        assertThat(cluster.application("gafaelfawr")
                        .at("/status/operationState/message")
                        .asText())
                .isEqualTo("Operation terminated");
        assertThat(cluster.application("gafaelfawr").has("operation")).isFalse();
    }

    @Test
    void aControllerThatIsDownPicksNothingUp() {
        cluster.pause();
        ask("gafaelfawr", target("gafaelfawr"));

        await().during(Duration.ofMillis(200)).until(() -> cluster.syncsSeen("gafaelfawr") == 0);
        assertThat(cluster.application("gafaelfawr").has("operation")).isTrue();
        assertThat(cluster.application("gafaelfawr").path("status").has("operationState"))
                .isFalse();

        cluster.resume();
        awaitSettled("gafaelfawr");
        assertThat(cluster.syncsSeen("gafaelfawr")).isOne();
    }

    @Test
    void aRestartedControllerResumesTheOperationAsTheSameOne() {
        cluster.behave("gafaelfawr", Behaviour.neverFinishes());
        ask("gafaelfawr", target("gafaelfawr"));
        awaitPhase("gafaelfawr", "Running");
        cluster.edit(
                "gafaelfawr",
                json -> json.withObject("/status/operationState").put("startedAt", "2026-03-05T19:58:00Z"));

        cluster.restart();
        cluster.behave("gafaelfawr", Behaviour.normal());
        awaitPhase("gafaelfawr", "Succeeded");

        assertThat(cluster.application("gafaelfawr")
                        .at("/status/operationState/startedAt")
                        .asText())
                .isEqualTo("2026-03-05T19:58:00Z");
        assertThat(cluster.syncsSeen("gafaelfawr")).isOne();
    }

    @Test
    void aZombieIsNeverResumedAndANewOperationMayBegin() {
        cluster.pause();
        cluster.edit(
                "gafaelfawr", json -> json.withObject("/status/operationState").put("phase", "Running"));
        cluster.resume();
        await().during(Duration.ofMillis(200)).until(() -> phase("gafaelfawr").equals("Running"));

        ask("gafaelfawr", target("gafaelfawr"));
        awaitPhase("gafaelfawr", "Succeeded");
    }

    @Test
    void aRefreshIsAnsweredByItsAnnotationsRemoval() {
        ObjectNode patch = object();
        patch.withObject("/metadata/annotations").put("argocd.argoproj.io/refresh", "normal");
        send("squareone", patch);

        await().until(() -> cluster.application("squareone")
                .at("/metadata/annotations/argocd.argoproj.io~1refresh")
                .isMissingNode());
        assertThat(cluster.application("squareone").at("/status/reconciledAt").asText())
                .isEqualTo(STARTED);
        assertThat(cluster.application("squareone").at("/status/sync/status").asText())
                .isEqualTo("OutOfSync");
    }

    @Test
    void anApplicationToBeSkippedIsNeverPickedUp() {
        cluster.edit(
                "gafaelfawr",
                json -> json.withObject("/metadata/annotations").put("argocd.argoproj.io/skip-reconcile", "true"));
        ask("gafaelfawr", target("gafaelfawr"));

        await().during(Duration.ofMillis(200)).until(() -> cluster.syncsSeen("gafaelfawr") == 0);
    }

    @Test
    void anApplicationWithAutoSyncDeploysANewCommitByItself() {
        String commit = "1111111111222222222233333333334444444444";
        cluster.commit("vault-secrets-operator", commit);
        awaitSettled("vault-secrets-operator");

        JsonNode entry = last(cluster.application("vault-secrets-operator").at("/status/history"));
        assertThat(entry.path("revision").asText()).isEqualTo(commit);
        assertThat(entry.at("/initiatedBy/automated").asBoolean()).isTrue();
        assertThat(cluster.syncsSeen("vault-secrets-operator")).isOne();
    }

    @Test
    void aForeignSyncBearsItsUser() {
        cluster.foreignSync("gafaelfawr", "rita");
        awaitSettled("gafaelfawr");

        assertThat(last(cluster.application("gafaelfawr").at("/status/history"))
                        .at("/initiatedBy/username")
                        .asText())
                .isEqualTo("rita");
    }

    @Test
    void aDeletedApplicationIsMarkedUntilItsFinalizersAreGone() {
        cluster.pause();
        cluster.delete("gafaelfawr");
        assertThat(cluster.application("gafaelfawr")
                        .at("/metadata/deletionTimestamp")
                        .asText())
                .isNotEmpty();

        cluster.resume();
        await().until(() -> !cluster.applications().contains("gafaelfawr"));
    }

    @Test
    void aPatchWithAStaleVersionIsAConflict() {
        ObjectNode patch = operation("gafaelfawr", target("gafaelfawr"));
        patch.withObject("/metadata")
                .put(
                        "resourceVersion",
                        resource("gafaelfawr").get().getMetadata().getResourceVersion());
        cluster.edit("gafaelfawr", json -> json.withObject("/metadata/labels").put("touched", "yes"));

        assertThatThrownBy(() -> send("gafaelfawr", patch))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("the object has been modified");
        assertThat(cluster.application("gafaelfawr").has("operation")).isFalse();
    }

    @Test
    void aMergePatchRemovesWhatIsNullAndReplacesArrays() {
        cluster.pause();
        ask("gafaelfawr", target("gafaelfawr"));
        ask("gafaelfawr", target("gafaelfawr"));
        assertThat(cluster.application("gafaelfawr").at("/operation/info")).hasSize(1);

        ObjectNode withdrawal = object();
        withdrawal.putNull("operation");
        send("gafaelfawr", withdrawal);
        assertThat(cluster.application("gafaelfawr").has("operation")).isFalse();
    }

    @Test
    void everyChangeReachesAnInformer() {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (SharedIndexInformer<GenericKubernetesResource> informer = client.genericKubernetesResources(APPLICATIONS)
                .inNamespace("argocd")
                .inform(new ResourceEventHandler<>() {
                    @Override
                    public void onAdd(GenericKubernetesResource application) {}

                    @Override
                    public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource after) {
                        if (after.getMetadata().getName().equals("gafaelfawr")) {
                            seen.add(String.valueOf(after.<Object>get("status", "operationState", "phase")));
                        }
                    }

                    @Override
                    public void onDelete(GenericKubernetesResource application, boolean unknown) {}
                })) {
            assertThat(informer.getStore().list()).hasSize(9);

            ask("gafaelfawr", target("gafaelfawr"));

            await().untilAsserted(
                            () -> assertThat(seen).containsSubsequence("null", "Running", "Succeeded", "Succeeded"));
        }
    }

    @Test
    void anApiServerThatWentDownComesBackOnItsPortWithWhatHappenedMeanwhile() {
        ask("gafaelfawr", target("gafaelfawr"));
        cluster.goDown();
        assertThatThrownBy(() -> resource("gafaelfawr").get()).isInstanceOf(KubernetesClientException.class);

        awaitSettled("gafaelfawr");
        cluster.comeUp();

        assertThat(resource("gafaelfawr").get().<String>get("status", "operationState", "phase"))
                .isEqualTo("Succeeded");
    }

    private void ask(String name, String revision) {
        send(name, operation(name, revision));
    }

    private ObjectNode operation(String name, String revision) {
        ObjectNode patch = object();
        ObjectNode operation = patch.putObject("operation");
        operation.putObject("initiatedBy").put("username", "syncgate:r-23456789");
        operation.putArray("info").addObject().put("name", "syncgate/request").put("value", "r-23456789");
        ObjectNode sync = operation.putObject("sync").put("revision", revision);
        sync.set("source", cluster.application(name).at("/spec/source"));
        patch.putObject("status").putNull("operationState");
        return patch;
    }

    private void send(String name, ObjectNode patch) {
        resource(name).patch(PatchContext.of(PatchType.JSON_MERGE), patch.toString());
    }

    private Resource<GenericKubernetesResource> resource(String name) {
        return client.genericKubernetesResources(APPLICATIONS)
                .inNamespace("argocd")
                .withName(name);
    }

    private void awaitPhase(String name, String phase) {
        await().until(() -> phase(name).equals(phase));
    }

    private void awaitHealth(String name, String health) {
        await().until(() -> health(name).equals(health));
    }

    /** Healthy again after a sync that was seen to make it Progressing at the fixed time. */
    private void awaitSettled(String name) {
        await().until(() -> {
            JsonNode health = cluster.application(name).at("/status/health");
            return phase(name).equals("Succeeded")
                    && health.path("status").asText().equals("Healthy")
                    && health.has("lastTransitionTime");
        });
    }

    private String phase(String name) {
        return cluster.application(name).at("/status/operationState/phase").asText();
    }

    private String health(String name) {
        return cluster.application(name).at("/status/health/status").asText();
    }

    private String target(String name) {
        return cluster.application(name).at("/status/sync/revision").asText();
    }

    private static JsonNode last(JsonNode array) {
        return array.get(array.size() - 1);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
