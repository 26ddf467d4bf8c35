package org.syncgate.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * A thread for each cluster: what is to be done about its Applications is done one after the other, and waits for no other
 * cluster, however long that one takes to answer.
 */
@Component
class Lanes implements AutoCloseable {

    private final Map<String, ScheduledExecutorService> lanes = new HashMap<>();
    private boolean closed;

    /** Has a task done in the cluster's turn, not before a pause is over; not at all where Syncgate is being stopped. */
    synchronized void run(String cluster, Duration pause, Runnable task) {
        if (!closed) {
            lanes.computeIfAbsent(cluster, Lanes::lane).schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What has not been done stays undone. */
    @Override
    public synchronized void close() {
        closed = true;
        lanes.values().forEach(ScheduledExecutorService::shutdownNow);
    }

    private static ScheduledExecutorService lane(String cluster) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "watchdog-" + cluster);
            daemon.setDaemon(true);
            return daemon;
        });
    }
}
