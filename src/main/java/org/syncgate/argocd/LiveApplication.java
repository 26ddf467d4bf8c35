package org.syncgate.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;

/**
 * One look at an Application: the raw object, and the facts that a gate judges, each by itself, since a refusal names
 * all reasons. The facts of the protocol are those of Argo CD 3.5.
 */
public final class LiveApplication {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ApplicationId id;
    private final JsonNode json;
    private final Comparison comparison;
    private final History history;

    private LiveApplication(ApplicationId id, JsonNode json) {
        this.id = id;
        this.json = json;
        this.comparison = Comparison.of(json);
        this.history = History.of(json);
    }

    /** Takes the object as the Kubernetes API gave it. */
    public static LiveApplication of(String cluster, JsonNode json) {
        return new LiveApplication(
                new ApplicationId(cluster, json.at("/metadata/name").asText()), json);
    }

    /**
     * Takes the object as text.
     *
     * @throws IllegalArgumentException if the text is no JSON or names no object
     */
    static LiveApplication parse(String cluster, String json) {
        try {
            return of(cluster, MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON of an Application in " + cluster, e);
        }
    }

    public ApplicationId id() {
        return id;
    }

    /** The version of this very look. */
    public String resourceVersion() {
        return Json.text(json.at("/metadata/resourceVersion"));
    }

    /** Which of those that have ever had its name it is; empty where the cluster does not say. */
    public String uid() {
        return Json.text(json.at("/metadata/uid"));
    }

    /** When it was made, and not one of its name before it; empty where the cluster does not say. */
    public Optional<Instant> createdAt() {
        return Json.time(json.at("/metadata/creationTimestamp"));
    }

    /** The sync that has been asked for and has not begun; empty where there is none. */
    public Optional<ShownSync> askedSync() {
        return ShownSyncs.asked(json);
    }

    /** The sync that runs, or ran last; empty where Argo CD shows none. */
    public Optional<ShownSync> begunSync() {
        return ShownSyncs.begun(json);
    }

    /** The full and successful syncs that Argo CD still shows, the first first. */
    public List<ShownSync> doneSyncs() {
        return ShownSyncs.done(json).toList();
    }

    /** The one thing to know first. */
    public ApplicationState state() {
        if (beingDeleted()) {
            return new ApplicationState.BeingDeleted();
        }
        if (autoSync()) {
            return new ApplicationState.AutoSync();
        }
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            return new ApplicationState.Broken(faults);
        }
        Optional<String> operationBy = operationBy();
        if (operationBy.isPresent()) {
            return new ApplicationState.OperationInProgress(
                    operationBy.get(), OperationState.of(json).runningSince());
        }
        return stale() ? new ApplicationState.Stale() : compared();
    }

    /** What of its spec is agreed on with a revision, the {@link SpecPart}s, as JSON with nothing lost. */
    public String spec() {
        return agreedSpec().json().toString();
    }

    /**
     * The parts that no longer mean what they meant in an earlier {@link #spec}; empty where all do.
     *
     * @throws IllegalArgumentException if that is no JSON
     */
    public List<SpecPart> changedSince(String spec) {
        return agreedSpec().differences(AgreedSpec.parse(spec));
    }

    private AgreedSpec agreedSpec() {
        return AgreedSpec.of(json.path("spec"), comparison.source());
    }

    /** The revisions of the last history entry, one for each source; empty where there is none. */
    public List<String> deployed() {
        return history.last().map(History::revisions).orElse(List.of());
    }

    /** When {@link #deployed} came to be; empty where there is no history. */
    public Optional<Instant> deployedAt() {
        return history.last().flatMap(History::deployedAt);
    }

    /** Whether {@link #deployed} was brought about by a sync of this request. */
    public boolean isDeployedBy(RequestId request) {
        return history.last().filter(entry -> History.isBy(entry, request)).isPresent();
    }

    /** The revisions that Argo CD compared with, one for each source; empty where it names none that can be pinned. */
    public List<String> target() {
        return comparison.pinnable() ? comparison.revisions() : List.of();
    }

    /** The id of the last history entry, -1 where there is none. */
    public long lastHistoryId() {
        return history.lastId();
    }

    /** When Argo CD last compared it; empty where it never did. */
    public Optional<Instant> comparedAt() {
        return Json.time(json.at("/status/reconciledAt"));
    }

    /** Whether it has a deletionTimestamp. */
    public boolean beingDeleted() {
        return Json.present(json.at("/metadata/deletionTimestamp"));
    }

    /** Whether Argo CD syncs it by itself. */
    public boolean autoSync() {
        JsonNode automated = json.at("/spec/syncPolicy/automated");
        return Json.present(automated) && automated.path("enabled").asBoolean(true);
    }

    /** Who asked for the operation that is not over, as people know them; empty where there is none. */
    public Optional<String> operationBy() {
        return Optional.of(json.path("operation")).filter(Json::present).map(Initiator::words);
    }

    /** Whether what is shown was not compared with the present spec, or a refresh is under way. */
    public boolean stale() {
        boolean refreshing = Json.present(json.at("/metadata/annotations/argocd.argoproj.io~1refresh"));
        return refreshing || !comparison.made() || !comparison.ofPresentSpec();
    }

    /** Whether Argo CD calls it Synced. */
    public boolean inSync() {
        return comparison.synced();
    }

    /** Why nothing can be deployed until somebody mends it, as sentences; empty where all is well. */
    public List<String> faults() {
        return Faults.of(json, comparison);
    }

    /** What differs from the target. */
    public List<OutOfSync> outOfSync() {
        return Json.items(json.at("/status/resources")).stream()
                .filter(resource -> Json.text(resource.path("status")).equals("OutOfSync"))
                .map(resource -> new OutOfSync(
                        Json.text(resource.path("kind")),
                        Json.text(resource.path("name")),
                        resource.path("requiresPruning").asBoolean(),
                        resource.path("hook").asBoolean()))
                .toList();
    }

    /** The container images that are live. */
    public List<String> images() {
        return Json.texts(json.at("/status/summary/images"));
    }

    /** Argo CD's word for its health, for instance Healthy or Degraded; Unknown where it says none. */
    public String health() {
        String health = Json.text(json.at("/status/health/status"));
        return health.isEmpty() ? "Unknown" : health;
    }

    /** How far our operation has come. */
    public Progress progress(SyncMark mark) {
        return new Following(this, mark).progress();
    }

    /** The whole object, for what only this module has to know. */
    JsonNode json() {
        return json;
    }

    Comparison comparison() {
        return comparison;
    }

    History history() {
        return history;
    }

    private ApplicationState compared() {
        if (inSync()) {
            return new ApplicationState.InSync(target());
        }
        boolean drifted = deployed().equals(target())
                && history.last().filter(comparison.source()::isIn).isPresent();
        return drifted
                ? new ApplicationState.Drift(deployed())
                : new ApplicationState.PendingUpgrade(deployed(), target());
    }

    /**
     * A resource whose live state differs from the target.
     *
     * @param kind for instance ConfigMap
     * @param name its name
     * @param prune whether it is to be removed
     * @param hook whether it is a hook
     */
    public record OutOfSync(String kind, String name, boolean prune, boolean hook) {}
}
