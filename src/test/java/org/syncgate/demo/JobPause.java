package org.syncgate.demo;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * Lets the clock move only while the engine neither holds nor takes up a job: a lock is as old as the clock says, and a
 * job whose lock is too old is run a second time.
 */
final class JobPause implements Consumer<Runnable>, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JobExecutor jobs;
    private final JobsUnderWay underWay;
    private final DemoClock clock;
    private final Runnable tell;

    /** @param tell tells whoever else waits for a moment that the clock has moved */
    JobPause(JobExecutor jobs, DemoClock clock, Runnable tell) {
        SpringJobExecutor executor = (SpringJobExecutor) jobs;
        this.jobs = executor;
        this.underWay = new JobsUnderWay(Objects.requireNonNull(executor.getTaskExecutor()));
        this.clock = clock;
        this.tell = tell;
        executor.setTaskExecutor(underWay);
        clock.movedWithin(this);
    }

    @Override
    public void accept(Runnable move) {
        moveWhileNoJobRuns(move);
        tell.run();
    }

    private void moveWhileNoJobRuns(Runnable move) {
        boolean active = jobs.isActive();
        // what is acquired by then is run, or has its lock taken off
        jobs.shutdown();
        try {
            if (!underWay.end(PATIENCE)) {
                throw new IllegalStateException("A step of some request is still at work, so the clock was not moved."
                        + " Try again in a minute.");
            }
            move.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The clock was not moved: it is being stopped.", e);
        } finally {
            if (active) {
                jobs.start();
            }
        }
    }

    @Override
    public void close() {
        clock.movedWithin(Runnable::run);
    }
}
