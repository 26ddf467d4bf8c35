package org.syncgate.web;

import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** How many words wait to be told at most. */
    static final int MOST_WAITING = 1_000;

    /** A page that is not told in time is told by the next move, or by the person who loads it again. */
    @Bean
    ThreadPoolTaskExecutor streamExecutor() {
        return oneThread("stream-");
    }

    /**
     * Of its own, since a browser that does not read must not hold up a machine. A machine that is not told in time is told
     * at the end of its wait.
     */
    @Bean
    ThreadPoolTaskExecutor waitExecutor() {
        return oneThread("wait-");
    }

    /** What does not fit any more is dropped, and so is what comes after the end. */
    private static ThreadPoolTaskExecutor oneThread(String prefix) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix(prefix);
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setQueueCapacity(MOST_WAITING);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return executor;
    }
}
