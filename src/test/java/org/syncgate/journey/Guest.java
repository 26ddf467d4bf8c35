package org.syncgate.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Somebody who is in no group, besides the demo's people: in the demo, who could do nothing is of no use. */
final class Guest {

    static final String ID = "guest";

    private static final String USERS = "syncgate.local.users[";

    private Guest() {}

    /** A list of configuration is replaced as a whole, so the demo's people come along. */
    static void register(DynamicPropertyRegistry registry) {
        EnumerablePropertySource<?> demo = demo();
        List<String> names = Stream.of(demo.getPropertyNames())
                .filter(name -> name.startsWith(USERS))
                .toList();
        names.forEach(name -> registry.add(name, () -> String.valueOf(demo.getProperty(name))));
        long people = names.stream().filter(name -> name.endsWith("].id")).count();
        for (String field : List.of("id", "password", "name")) {
            registry.add(USERS + people + "]." + field, () -> ID);
        }
    }

    private static EnumerablePropertySource<?> demo() {
        try {
            return (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                    .load("demo", new ClassPathResource("demo/application.yaml"))
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
