package org.syncgate.demo;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.TaskExecutor;

/** Hands jobs on to those who run them, and knows whether any of them is still queued or running. */
final class JobsUnderWay implements TaskExecutor {

    private final TaskExecutor workers;
    private int count;

    JobsUnderWay(TaskExecutor workers) {
        this.workers = workers;
    }

    @Override
    public void execute(Runnable job) {
        begun();
        try {
            workers.execute(() -> {
                try {
                    job.run();
                } finally {
                    over();
                }
            });
        } catch (RejectedExecutionException rejected) {
            over();
            throw rejected;
        }
    }

    /** Waits until there is none; false if there still is one after this time. */
    synchronized boolean end(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (count > 0 && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
        return count == 0;
    }

    private synchronized void begun() {
        count++;
    }

    private synchronized void over() {
        count--;
        notifyAll();
    }
}
