package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;

class JobPauseTest {

    private static final Instant REAL = Instant.parse("2026-03-05T20:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final DemoClock clock = new DemoClock(Clock.fixed(REAL, ZoneOffset.UTC));
    private final List<Instant> told = new ArrayList<>();
    private final SpringJobExecutor jobs = new SpringJobExecutor();

    @AfterEach
    void theEngineIsAsBefore() {
        jobs.shutdown();
        ClockUtil.reset();
    }

    @Test
    void theClockMovesOnlyWhenTheRunningJobIsOver() throws Exception {
        jobs.setTaskExecutor(new SimpleAsyncTaskExecutor());
        pauseTheRunning();
        CountDownLatch over = new CountDownLatch(1);
        run(() -> awaitQuietly(over));

        CompletableFuture<Void> moved = CompletableFuture.runAsync(() -> clock.moveOn(HOUR));

        await().until(() -> !jobs.isActive());
        await().during(Duration.ofMillis(300)).until(clock::instant, REAL::equals);
        over.countDown();
        moved.get();
        assertThat(clock.instant()).isEqualTo(REAL.plus(HOUR));
        assertThat(jobs.isActive()).isTrue();
    }

    @Test
    void aJobThatFailedIsNotWaitedFor() {
        jobs.setTaskExecutor(Runnable::run);
        pauseTheRunning();
        assertThatIllegalStateException()
                .isThrownBy(() -> run(() -> {
                    throw new IllegalStateException("failed");
                }));

        clock.moveOn(HOUR);

        assertThat(clock.instant()).isEqualTo(REAL.plus(HOUR));
    }

    @Test
    void aJobThatNobodyTookIsNotWaitedFor() {
        jobs.setTaskExecutor(job -> {
            throw new TaskRejectedException("full");
        });
        pauseTheRunning();
        assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> run(() -> {}));

        clock.moveOn(HOUR);

        assertThat(clock.instant()).isEqualTo(REAL.plus(HOUR));
    }

    @Test
    void whatWasOffStaysOff() {
        jobs.setTaskExecutor(Runnable::run);
        pauseTheRunning();
        jobs.shutdown();

        clock.moveOn(HOUR);

        assertThat(jobs.isActive()).isFalse();
        assertThat(clock.instant()).isEqualTo(REAL.plus(HOUR));
    }

    @Test
    void whoeverElseWaitsForAMomentIsToldOfTheNewTime() {
        jobs.setTaskExecutor(Runnable::run);
        pauseTheRunning();

        clock.moveOn(HOUR);

        assertThat(told).containsExactly(REAL.plus(HOUR));
    }

    @Test
    void nobodyIsToldOfAMoveThatDidNotHappen() {
        jobs.setTaskExecutor(Runnable::run);
        JobPause pause = pauseTheRunning();

        assertThatIllegalStateException()
                .isThrownBy(() -> pause.accept(() -> {
                    throw new IllegalStateException("not now");
                }));

        assertThat(told).isEmpty();
    }

    private JobPause pauseTheRunning() {
        // it tells the clock of itself
        JobPause pause = new JobPause(jobs, clock, () -> told.add(clock.instant()));
        jobs.start();
        return pause;
    }

    private void run(Runnable job) {
        jobs.getTaskExecutor().execute(job);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
