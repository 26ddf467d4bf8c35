package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class WebConfigurationTests {

    private static final int TOO_MANY = 2 * WebConfiguration.MOST_WAITING;

    static Stream<ThreadPoolTaskExecutor> executors() {
        WebConfiguration configuration = new WebConfiguration();
        return Stream.of(configuration.streamExecutor(), configuration.waitExecutor());
    }

    @ParameterizedTest
    @MethodSource("executors")
    void whileOneThatHearsNothingHoldsTheThreadUpWhatPilesUpHasAnEnd(ThreadPoolTaskExecutor executor) throws Exception {
        executor.initialize();
        CountDownLatch stuck = new CountDownLatch(1);
        AtomicInteger told = new AtomicInteger();
        executor.execute(() -> await(stuck));

        for (int word = 0; word < TOO_MANY; word++) {
            executor.execute(told::incrementAndGet);
        }

        assertThat(executor.getQueueSize()).isEqualTo(WebConfiguration.MOST_WAITING);
        stuck.countDown();
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(20);
        executor.shutdown();
        assertThat(told).hasValue(WebConfiguration.MOST_WAITING);
        executor.execute(told::incrementAndGet);
        assertThat(told).hasValue(WebConfiguration.MOST_WAITING);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
