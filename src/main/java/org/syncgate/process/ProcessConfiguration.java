package org.syncgate.process;

import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

    /** Waits for the moment at which the next window is to be opened. */
    @Bean
    ThreadPoolTaskScheduler windowScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("windows-");
        scheduler.setDaemon(true);
        return scheduler;
    }

    /** A thread of its own, so that a watch never waits for the database. */
    @Bean
    ThreadPoolTaskExecutor nudgeExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("nudge-");
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        // at shutdown a hint is worth nothing any more, and must not fail the step that gave it
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return executor;
    }
}
