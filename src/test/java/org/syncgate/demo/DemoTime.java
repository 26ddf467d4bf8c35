package org.syncgate.demo;

import java.util.List;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.syncgate.window.Calendars;
import org.syncgate.window.ClockMoved;
import org.syncgate.window.Windows;

/**
 * Gives a Spring context {@link DemoClock} in place of Syncgate's own clock, and the page that moves it on: import it. It
 * is no {@code @Configuration}, so that scanning the test classes does not find it.
 */
public final class DemoTime {

    private static final int OVER_LOOKED_AT = 200;

    @Bean
    @Primary
    DemoClock demoClock() {
        return DemoClock.ofThisJvm();
    }

    @Bean
    JobPause jobPause(JobExecutor jobs, DemoClock clock, ApplicationEventPublisher events) {
        return new JobPause(jobs, clock, () -> events.publishEvent(new ClockMoved()));
    }

    @Bean
    RouterFunction<ServerResponse> clockPage(DemoClock clock, Calendars calendars, Windows windows) {
        NextWindow next = new NextWindow(calendars.all(), windows::open, () -> windows.over(OVER_LOOKED_AT), clock);
        return new ClockPage(clock, List.of(ClockMove.HOUR, ClockMove.DAY, next.move()), next::words).routes();
    }
}
