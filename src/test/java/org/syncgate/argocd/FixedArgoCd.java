package org.syncgate.argocd;

import java.util.List;
import java.util.Optional;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;

/** Argo CDs that always answer the same, for tests that only look. Whoever writes to them fails. */
public final class FixedArgoCd implements ArgoCd {

    private final ClusterStatus status;
    private final Reading reading;

    private FixedArgoCd(ClusterStatus status, Reading reading) {
        this.status = status;
        this.reading = reading;
    }

    /** One cluster, in which every read finds the same. */
    public static FixedArgoCd of(Cluster cluster, ClusterStatus.Reachability reachability, Reading reading) {
        return new FixedArgoCd(new ClusterStatus(cluster, reachability), reading);
    }

    @Override
    public List<LiveApplication> seen() {
        return reading instanceof Reading.Found found ? List.of(found.application()) : List.of();
    }

    @Override
    public Optional<LiveApplication> seen(ApplicationId id) {
        return seen().stream().filter(live -> live.id().equals(id)).findFirst();
    }

    @Override
    public List<ClusterStatus> clusters() {
        return List.of(status);
    }

    @Override
    public Optional<ClusterStatus> cluster(String name) {
        return Optional.of(status).filter(it -> it.cluster().name().equals(name));
    }

    @Override
    public Reading read(ApplicationId id) {
        return reading;
    }

    @Override
    public ApplicationReading readApplication(ApplicationId id) {
        return seen(id).<ApplicationReading>map(ApplicationReading.Found::new)
                .orElseGet(ApplicationReading.Missing::new);
    }

    @Override
    public SyncAnswer sync(SyncOrder order) {
        throw new UnsupportedOperationException("Only looks are answered");
    }

    @Override
    public boolean withdraw(LiveApplication application, SyncMark mark) {
        throw new UnsupportedOperationException("Only looks are answered");
    }

    @Override
    public void refresh(ApplicationId id) {
        throw new UnsupportedOperationException("Only looks are answered");
    }
}
