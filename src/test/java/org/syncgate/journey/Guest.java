package org.syncgate.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * People besides the demo's: somebody who is in no group, since in the demo, who could do nothing is of no use, and those whom
 * a test takes out of their groups or renames while other tests rely on the demo's people.
 */
final class Guest {

    static final String ID = "guest";

    /** Leaves the groups that they are in; nobody else's test asks them. */
    static final String LEAVER = "leaver";

    /** Is called something else now and then. */
    static final String RENAMED = "renamed";

    private static final Map<String, String> GROUPS =
            Map.of(ID, "", LEAVER, "release-managers,forum-team", RENAMED, "developers");

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
        for (Map.Entry<String, String> person : GROUPS.entrySet()) {
            String user = USERS + people++ + "].";
            for (String field : List.of("id", "password", "name")) {
                registry.add(user + field, person::getKey);
            }
            if (!person.getValue().isEmpty()) {
                registry.add(user + "groups", person::getValue);
            }
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
