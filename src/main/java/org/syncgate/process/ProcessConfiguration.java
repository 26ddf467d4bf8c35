package org.syncgate.process;

import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

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
