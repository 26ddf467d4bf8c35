package org.syncgate.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;
import org.syncgate.SyncgateApplication;

/**
 * The demo: Syncgate on an embedded PostgreSQL, a simulated place and a clock that people can move on, bound to loopback. With
 * {@code --demo.applications=DIR} the place is {@link OwnPlace} instead of {@link DemoPlace}; any property of Syncgate or
 * Spring Boot may be given in the same way, {@code --server.port} for instance.
 */
final class DemoApplication {

    private DemoApplication() {}

    public static void main(String[] arguments) {
        Clock clock = DemoClock.ofThisJvm();
        Place place;
        try {
            place = place(new DefaultApplicationArguments(arguments), clock);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        run(SimulatedPlace.start(place, Pace.DEMO, clock), arguments);
    }

    private static void run(SimulatedPlace place, String[] arguments) {
        SpringApplication application =
                new SpringApplication(SyncgateApplication.class, EmbeddedDatabase.class, DemoTime.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAdditionalProfiles("local");
        application.setDefaultProperties(Map.of("spring.config.additional-location", "classpath:/demo/"));
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("simulated place", place.properties())));
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) ready ->
                System.out.print(Greeting.of(ready.getApplicationContext().getEnvironment())));
        // after the context, which would otherwise see its clusters vanish and say so
        SpringApplication.getShutdownHandlers().add(place::close);
        try {
            application.run(arguments);
        } catch (RuntimeException e) {
            // the simulated API servers' threads would keep a failed start alive
            place.close();
            throw e;
        }
    }

    private static Place place(ApplicationArguments arguments, Clock clock) {
        List<String> directories = arguments.getOptionValues("demo.applications");
        return directories == null || directories.isEmpty()
                ? DemoPlace.all(clock)
                : OwnPlace.load(Path.of(directories.get(0)));
    }
}
