package org.syncgate.journey;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.syncgate.argocd.ApplicationReading;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.argocd.SyncAnswer;
import org.syncgate.argocd.SyncMark;
import org.syncgate.argocd.SyncOrder;
import org.syncgate.model.ApplicationId;

/** The real port, around whose calls something happens that a test wants to happen just there. */
final class Meddler implements ArgoCd {

    private final ArgoCd real;
    private final Map<ApplicationId, Deque<Function<ArgoCd, Reading>>> reads = new ConcurrentHashMap<>();
    private final Map<ApplicationId, Deque<SyncTwist>> syncs = new ConcurrentHashMap<>();
    private final Map<ApplicationId, LiveApplication> frozen = new ConcurrentHashMap<>();
    private final Map<ApplicationId, Integer> readings = new ConcurrentHashMap<>();

    Meddler(ArgoCd real) {
        this.real = real;
    }

    /** What becomes of one request to sync. */
    @FunctionalInterface
    interface SyncTwist {
        SyncAnswer of(ArgoCd real, SyncOrder order);
    }

    /** Import it, and every part of Syncgate talks to the meddler. It is no bean that a scan of the tests finds. */
    static final class Put {

        @Bean
        @Primary
        Meddler meddler(@Qualifier("argoCd") ArgoCd real) {
            return new Meddler(real);
        }
    }

    /** The next read that nothing else is planned for is made by this. */
    void onRead(ApplicationId id, Function<ArgoCd, Reading> twist) {
        reads.computeIfAbsent(id, any -> new ConcurrentLinkedDeque<>()).add(twist);
    }

    /** The next read is as any other. */
    void plainRead(ApplicationId id) {
        onRead(id, argoCd -> argoCd.read(id));
    }

    /** The next sync that nothing else is planned for is made by this. */
    void onSync(ApplicationId id, SyncTwist twist) {
        syncs.computeIfAbsent(id, any -> new ConcurrentLinkedDeque<>()).add(twist);
    }

    /** The watch sees nothing new of it any more. */
    void freeze(ApplicationId id) {
        frozen.put(id, real.seen(id).orElseThrow());
    }

    /** How often it was read. */
    int readings(ApplicationId id) {
        return readings.getOrDefault(id, 0);
    }

    @Override
    public List<LiveApplication> seen() {
        return real.seen();
    }

    @Override
    public Optional<LiveApplication> seen(ApplicationId id) {
        return Optional.ofNullable(frozen.get(id)).or(() -> real.seen(id));
    }

    @Override
    public List<ClusterStatus> clusters() {
        return real.clusters();
    }

    @Override
    public Optional<ClusterStatus> cluster(String name) {
        return real.cluster(name);
    }

    @Override
    public Reading read(ApplicationId id) {
        readings.merge(id, 1, Integer::sum);
        return next(reads, id).map(twist -> twist.apply(real)).orElseGet(() -> real.read(id));
    }

    /** Never meddled with: whoever looks on is not whom a test waits for. */
    @Override
    public ApplicationReading readApplication(ApplicationId id) {
        return real.readApplication(id);
    }

    @Override
    public SyncAnswer sync(SyncOrder order) {
        return next(syncs, order.agreement().application())
                .map(twist -> twist.of(real, order))
                .orElseGet(() -> real.sync(order));
    }

    @Override
    public boolean withdraw(LiveApplication application, SyncMark mark) {
        return real.withdraw(application, mark);
    }

    @Override
    public void refresh(ApplicationId id) {
        real.refresh(id);
    }

    private static <T> Optional<T> next(Map<ApplicationId, Deque<T>> plans, ApplicationId id) {
        return Optional.ofNullable(plans.get(id)).flatMap(plan -> Optional.ofNullable(plan.poll()));
    }
}
