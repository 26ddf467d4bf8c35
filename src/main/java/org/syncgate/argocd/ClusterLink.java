package org.syncgate.argocd;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.ApplicationEventPublisher;
import org.syncgate.argocd.ClusterStatus.Reachability;
import org.syncgate.model.Cluster;

/**
 * The connection to one cluster: it asks now and then whether the API answers, watches while it does, and never gives
 * up. An informer alone would notice a dead connection only when that happens to be closed. Each cluster has its own
 * thread, so that one that does not answer delays no other.
 */
final class ClusterLink {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterLink.class);

    private final Cluster cluster;
    private final Supplier<ClusterApi> connect;
    private final Timing timing;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ClusterWatch watch;
    private final ScheduledExecutorService thread;

    private Optional<ClusterApi> api = Optional.empty();
    private volatile Reachability reachability = new ClusterStatus.Connecting();
    private int failures;

    ClusterLink(
            Cluster cluster,
            Supplier<ClusterApi> connect,
            Timing timing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cluster = cluster;
        this.connect = connect;
        this.timing = timing;
        this.events = events;
        this.clock = clock;
        this.watch = new ClusterWatch(this::announce);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "argocd-" + cluster.name());
            daemon.setDaemon(true);
            return daemon;
        });
    }

    ClusterWatch watch() {
        return watch;
    }

    ClusterStatus status() {
        return new ClusterStatus(cluster, reachability);
    }

    /**
     * The cluster's API, whether it answers or not.
     *
     * @throws ClusterUnreachable if its configuration gives no connection
     */
    synchronized ClusterApi api() {
        ClusterApi open = api.orElseGet(connect);
        api = Optional.of(open);
        return open;
    }

    void start() {
        thread.execute(this::probe);
    }

    void stop() {
        thread.shutdownNow();
        watch.close();
        synchronized (this) {
            api.ifPresent(ClusterApi::close);
        }
    }

    private void probe() {
        Duration pause = timing.probe();
        try {
            api().probe();
            failures = 0;
            watchOn();
        } catch (RuntimeException e) {
            failures++;
            pause = timing.pauseAfter(failures);
            // a connection that went dead may look open for minutes: begin anew once the API answers
            watch.close();
            lost(String.valueOf(e.getMessage()));
        }
        soon(pause);
    }

    private void watchOn() {
        if (!watch.started()) {
            watch.open(api(), () -> inTurn(this::found), failure -> inTurn(() -> lost(words(failure))));
        } else if (watch.open()) {
            found();
        }
    }

    private void found() {
        if (watch.started() && !(reachability instanceof ClusterStatus.Reachable)) {
            LOG.info("The Kubernetes API of {} answers; its Applications are watched.", cluster.name());
            change(new ClusterStatus.Reachable());
        }
    }

    private void lost(String reason) {
        // our own stop cuts a call off, too, and that says nothing of the cluster
        if (!thread.isShutdown() && !(reachability instanceof ClusterStatus.Unreachable)) {
            // the practice says of the lower tiers that they may not be always available
            LOG.atLevel(cluster.tier().alwaysAvailable() ? Level.WARN : Level.INFO)
                    .log("{}. It is tried again until it answers.", reason);
            change(new ClusterStatus.Unreachable(clock.instant(), reason));
        }
    }

    private void change(Reachability now) {
        reachability = now;
        announce(new ReachabilityChanged(status()));
    }

    /** A listener's fault must not end the watch. */
    private void announce(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on {} of {}", event.getClass().getSimpleName(), cluster.name(), e);
        }
    }

    private String words(Throwable failure) {
        return String.valueOf(new ClusterUnreachable(cluster.name(), failure).getMessage());
    }

    private void inTurn(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is being stopped", cluster.name());
        }
    }

    private void soon(Duration pause) {
        try {
            thread.schedule(this::probe, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is being stopped", cluster.name());
        }
    }
}
