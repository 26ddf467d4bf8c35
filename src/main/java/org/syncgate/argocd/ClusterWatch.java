package org.syncgate.argocd;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.syncgate.model.ApplicationId;

/**
 * What one cluster's Applications look like, kept up to date by an informer. What was seen outlives the informer: a new
 * one after an outage tells only what differs.
 */
final class ClusterWatch implements ResourceEventHandler<GenericKubernetesResource> {

    private final ConcurrentNavigableMap<ApplicationId, LiveApplication> seen = new ConcurrentSkipListMap<>();
    private final Consumer<ApplicationMoved> listener;
    private volatile Optional<Informing> informing = Optional.empty();

    ClusterWatch(Consumer<ApplicationMoved> listener) {
        this.listener = listener;
    }

    /** One informer and where it looks. */
    private record Informing(ClusterApi api, SharedIndexInformer<GenericKubernetesResource> informer) {}

    Collection<LiveApplication> seen() {
        return seen.values();
    }

    Optional<LiveApplication> seen(ApplicationId id) {
        return Optional.ofNullable(seen.get(id));
    }

    boolean started() {
        return informing.isPresent();
    }

    boolean open() {
        return informing.filter(it -> it.informer().isWatching()).isPresent();
    }

    /**
     * Begins to list and watch, and goes on trying until it is closed.
     *
     * @param opened called when the first list is in
     * @param failed called with each failure
     */
    void open(ClusterApi api, Runnable opened, Consumer<Throwable> failed) {
        Informing begun = new Informing(api, api.informer(this));
        informing = Optional.of(begun);
        begun.informer().exceptionHandler((started, failure) -> {
            failed.accept(failure);
            return true;
        });
        begun.informer().start().thenRun(() -> {
            forgetOthersThan(begun);
            opened.run();
        });
    }

    void close() {
        informing.ifPresent(it -> it.informer().stop());
        informing = Optional.empty();
    }

    @Override
    public void onAdd(GenericKubernetesResource resource) {
        saw(resource);
    }

    @Override
    public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource after) {
        saw(after);
    }

    @Override
    public void onDelete(GenericKubernetesResource resource, boolean finalStateUnknown) {
        informing.ifPresent(it -> gone(it.api().id(resource)));
    }

    private void saw(GenericKubernetesResource resource) {
        informing.ifPresent(it -> {
            LiveApplication after = it.api().live(resource);
            Optional<LiveApplication> before = Optional.ofNullable(seen.put(after.id(), after));
            if (before.filter(known -> known.json().equals(after.json())).isEmpty()) {
                listener.accept(new ApplicationMoved(after.id(), before, Optional.of(after)));
            }
        });
    }

    /** Those that were deleted while nobody watched. */
    private void forgetOthersThan(Informing begun) {
        Set<ApplicationId> there =
                begun.informer().getStore().list().stream().map(begun.api()::id).collect(Collectors.toSet());
        seen.keySet().stream().filter(id -> !there.contains(id)).toList().forEach(this::gone);
    }

    private void gone(ApplicationId id) {
        Optional.ofNullable(seen.remove(id))
                .ifPresent(before -> listener.accept(new ApplicationMoved(id, Optional.of(before), Optional.empty())));
    }
}
