package org.syncgate.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.syncgate.argocd.ApplicationReading;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.KubernetesRefused;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.argocd.SyncAnswer;
import org.syncgate.argocd.SyncMark;
import org.syncgate.argocd.SyncOrder;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.RequestId;
import org.syncgate.model.Tier;

/** One application in one cluster at a time, which does what a test says and nothing else. */
final class ScriptedArgoCd implements ArgoCd {

    private Cluster cluster = new Cluster("idfdev", "science", Tier.DEV);
    private Optional<ObjectNode> application = Optional.empty();
    private Optional<LiveApplication> look = Optional.empty();
    private boolean up = true;
    private boolean seen = true;
    private boolean permits = true;
    private int asked;

    /** Starts anew with an application as it stands in a cluster. */
    void holds(Cluster where, ObjectNode object) {
        cluster = where;
        application = Optional.of(object);
        up = true;
        seen = true;
        permits = true;
        asked = 0;
        edit(node -> {});
    }

    /** The watch has not seen it, as after a start; who reads it afresh finds it. */
    void isUnseen() {
        seen = false;
    }

    /** Changes the application as somebody else would, which moves its version. */
    void edit(Consumer<ObjectNode> change) {
        ObjectNode node = application.orElseThrow();
        change.accept(node);
        ObjectNode metadata = node.withObject("/metadata");
        metadata.put(
                "resourceVersion",
                String.valueOf(metadata.path("resourceVersion").asLong() + 1));
        look = Optional.of(LiveApplication.of(cluster.name(), node.deepCopy()));
    }

    void goesDown() {
        up = false;
    }

    /** Every write is refused from now on, as for a missing right. */
    void forbids() {
        permits = false;
    }

    void comesUp() {
        up = true;
    }

    /** How many syncs were asked for. */
    int asked() {
        return asked;
    }

    /** The controller takes the operation up. */
    void begins() {
        edit(node -> {
            ObjectNode state = node.withObject("/status").putObject("operationState");
            state.put("phase", "Running").put("startedAt", seconds()).put("message", "");
            state.set("operation", node.get("operation").deepCopy());
        });
    }

    /** The operation is over; the result has been compared and is of this health. */
    void succeeds(String health) {
        edit(node -> {
            ends(node, "Succeeded", "successfully synced");
            String revision =
                    node.at("/status/operationState/operation/sync/revision").asText();
            ObjectNode status = node.withObject("/status");
            ObjectNode entry = status.withArray("history").addObject();
            entry.put("id", status.path("history").size() + 100).put("revision", revision);
            entry.put("deployedAt", seconds());
            entry.set("source", node.at("/spec/source").deepCopy());
            entry.set(
                    "initiatedBy",
                    node.at("/status/operationState/operation/initiatedBy").deepCopy());
            status.put("reconciledAt", seconds());
            status.withObject("/sync").put("status", "Synced").put("revision", revision);
            status.withObject("/health").put("status", health);
        });
    }

    /** Somebody has pushed another revision to what the application follows. */
    void pends(String revision) {
        edit(node -> node.withObject("/status/sync").put("status", "OutOfSync").put("revision", revision));
    }

    /** Somebody has synced a revision, past the gate. */
    void deploys(String revision) {
        edit(node -> {
            ObjectNode status = node.withObject("/status");
            ObjectNode entry = status.withArray("history").addObject();
            entry.put("id", status.path("history").size() + 100).put("revision", revision);
            entry.put("deployedAt", seconds());
            entry.set("source", node.at("/spec/source").deepCopy());
            entry.putObject("initiatedBy").put("username", "admin");
        });
    }

    void fails(String message) {
        edit(node -> ends(node, "Failed", message));
    }

    private static void ends(ObjectNode node, String phase, String message) {
        node.remove("operation");
        node.withObject("/status/operationState")
                .put("phase", phase)
                .put("message", message)
                .put("finishedAt", seconds());
    }

    private static String seconds() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public List<LiveApplication> seen() {
        return look.filter(live -> seen).stream().toList();
    }

    @Override
    public Optional<LiveApplication> seen(ApplicationId id) {
        return look(id).filter(live -> seen);
    }

    private Optional<LiveApplication> look(ApplicationId id) {
        return look.filter(live -> live.id().equals(id));
    }

    @Override
    public List<ClusterStatus> clusters() {
        return List.of(reachable());
    }

    @Override
    public Optional<ClusterStatus> cluster(String name) {
        return Optional.of(reachable()).filter(status -> status.cluster().name().equals(name));
    }

    @Override
    public Reading read(ApplicationId id) {
        if (!up) {
            return new Reading.Unreachable("Connection refused");
        }
        return look(id).<Reading>map(live -> new Reading.Found(live, List.of())).orElseGet(Reading.Missing::new);
    }

    @Override
    public ApplicationReading readApplication(ApplicationId id) {
        if (!up) {
            return new ApplicationReading.Unreachable("Connection refused");
        }
        return look(id).<ApplicationReading>map(ApplicationReading.Found::new)
                .orElseGet(ApplicationReading.Missing::new);
    }

    @Override
    public SyncAnswer sync(SyncOrder order) {
        if (!permits) {
            throw new KubernetesRefused("idfdev", 403, "applications are forbidden");
        }
        asked++;
        edit(node -> ask(
                node,
                order.mark().request(),
                order.mark().attempt(),
                order.mark().revisions().get(0)));
        return SyncAnswer.ASKED;
    }

    /** Somebody who may write everything has synced what is pending as if it were an attempt of ours, and it failed. */
    void forges(RequestId request, int attempt) {
        edit(node ->
                ask(node, request, attempt, node.at("/status/sync/revision").asText()));
        begins();
        fails("forged");
    }

    private void ask(ObjectNode node, RequestId request, int attempt, String revision) {
        ObjectNode operation = node.putObject("operation");
        operation.putObject("initiatedBy").put("username", "syncgate:" + request);
        operation
                .putArray("info")
                .add(info("syncgate/request", request.text()))
                .add(info("syncgate/attempt", String.valueOf(attempt)));
        operation
                .putObject("sync")
                .put("revision", revision)
                .set("source", node.at("/spec/source").deepCopy());
        node.withObject("/status").remove("operationState");
    }

    private ClusterStatus reachable() {
        return new ClusterStatus(cluster, new ClusterStatus.Reachable());
    }

    private ObjectNode info(String name, String value) {
        return application.orElseThrow().objectNode().put("name", name).put("value", value);
    }

    @Override
    public boolean withdraw(LiveApplication seen, SyncMark mark) {
        edit(node -> node.remove("operation"));
        return true;
    }

    @Override
    public void refresh(ApplicationId id) {
        edit(node -> node.withObject("/status").put("reconciledAt", seconds()));
    }
}
