package org.syncgate.web;

import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    ThreadPoolTaskExecutor streamExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("stream-");
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        // a page that is not told in time is told by the next move, or by the person who loads it again
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return executor;
    }

    /** Of its own, since a browser that does not read must not hold up a machine. */
    @Bean
    ThreadPoolTaskExecutor waitExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("wait-");
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        // a machine that is not told in time is told at the end of its wait
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return executor;
    }
}
