package org.syncgate.argocd;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;

/** The port over the Kubernetes APIs of the configured clusters. */
final class FabricArgoCd implements ArgoCd, SmartLifecycle {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final SortedMap<String, ClusterLink> links = new TreeMap<>();
    private final Clock clock;
    private volatile boolean running;

    FabricArgoCd(Catalog catalog, ApplicationEventPublisher events, Clock clock, Timing timing) {
        this.clock = clock;
        for (Cluster cluster : catalog.clusters()) {
            String name = cluster.name();
            links.put(
                    name,
                    new ClusterLink(
                            cluster,
                            () -> new ClusterApi(name, catalog.connection(name), timing),
                            timing,
                            events,
                            clock));
        }
    }

    @Override
    public List<LiveApplication> seen() {
        return links.values().stream()
                .flatMap(link -> link.watch().seen().stream())
                .toList();
    }

    @Override
    public Optional<LiveApplication> seen(ApplicationId id) {
        return link(id).flatMap(link -> link.watch().seen(id));
    }

    @Override
    public List<ClusterStatus> clusters() {
        return links.values().stream().map(ClusterLink::status).toList();
    }

    @Override
    public Optional<ClusterStatus> cluster(String name) {
        return Optional.ofNullable(links.get(name)).map(ClusterLink::status);
    }

    @Override
    public Reading read(ApplicationId id) {
        try {
            return link(id).map(link -> read(link.api(), id)).orElseGet(Reading.Missing::new);
        } catch (ClusterUnreachable | KubernetesRefused | IllegalArgumentException e) {
            return new Reading.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ApplicationReading readApplication(ApplicationId id) {
        try {
            return link(id).flatMap(link -> application(link.api(), id))
                    .<ApplicationReading>map(ApplicationReading.Found::new)
                    .orElseGet(ApplicationReading.Missing::new);
        } catch (ClusterUnreachable | KubernetesRefused | IllegalArgumentException e) {
            return new ApplicationReading.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    private Reading read(ClusterApi api, ApplicationId id) {
        return application(api, id)
                .<Reading>map(application -> new Reading.Found(application, projectRefusals(api, application)))
                .orElseGet(Reading.Missing::new);
    }

    private static Optional<LiveApplication> application(ClusterApi api, ApplicationId id) {
        ClusterApi.Answer answer = api.application(id.name());
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.good()) {
            throw api.refusal(answer);
        }
        return Optional.of(LiveApplication.parse(id.cluster(), answer.body()));
    }

    private List<String> projectRefusals(ClusterApi api, LiveApplication application) {
        String name = Project.nameOf(application.json());
        ClusterApi.Answer answer = api.project(name);
        if (answer.status() == NOT_FOUND) {
            return List.of("Its project " + name + " does not exist.");
        }
        if (!answer.good()) {
            throw api.refusal(answer);
        }
        return Project.parse(answer.body()).refusals(application.json(), clock.instant());
    }

    @Override
    public SyncAnswer sync(SyncOrder order) {
        ApplicationId id = order.agreement().application();
        return link(id).map(link -> sync(link.api(), id, order)).orElse(SyncAnswer.GONE);
    }

    private static SyncAnswer sync(ClusterApi api, ApplicationId id, SyncOrder order) {
        ClusterApi.Answer answer = api.patch(id.name(), SyncPatch.ask(order));
        if (answer.good()) {
            return SyncAnswer.ASKED;
        }
        if (answer.status() == CONFLICT) {
            return SyncAnswer.CONFLICT;
        }
        if (answer.status() == NOT_FOUND) {
            return SyncAnswer.GONE;
        }
        throw api.refusal(answer);
    }

    @Override
    public boolean withdraw(LiveApplication application, SyncMark mark) {
        ApplicationId id = application.id();
        boolean waiting = application.progress(mark) instanceof Progress.NotPickedUp;
        return waiting
                && link(id).filter(link -> withdraw(link.api(), application)).isPresent();
    }

    private static boolean withdraw(ClusterApi api, LiveApplication application) {
        ClusterApi.Answer answer =
                api.patch(application.id().name(), SyncPatch.withdraw(application.resourceVersion()));
        if (answer.good() || answer.status() == NOT_FOUND) {
            return true;
        }
        if (answer.status() == CONFLICT) {
            return false;
        }
        throw api.refusal(answer);
    }

    @Override
    public void refresh(ApplicationId id) {
        link(id).map(ClusterLink::api).ifPresent(api -> {
            ClusterApi.Answer answer = api.patch(id.name(), SyncPatch.refresh());
            if (!answer.good() && answer.status() != NOT_FOUND) {
                throw api.refusal(answer);
            }
        });
    }

    @Override
    public void start() {
        running = true;
        links.values().forEach(ClusterLink::start);
    }

    @Override
    public void stop() {
        running = false;
        links.values().forEach(ClusterLink::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Optional<ClusterLink> link(ApplicationId id) {
        return Optional.ofNullable(links.get(id.cluster()));
    }
}
