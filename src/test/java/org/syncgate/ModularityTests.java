package org.syncgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Data flows one way. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(SyncgateApplication.class);

    /** The design's table: what each package may import at most. */
    private static final Map<String, Set<String>> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("start", Set.of()),
            Map.entry("record", Set.of("model", "start")),
            Map.entry("catalog", Set.of("model")),
            Map.entry("argocd", Set.of("model", "record", "catalog")),
            Map.entry("policy", Set.of("model", "start")),
            Map.entry("window", Set.of("model", "record")),
            Map.entry("notice", Set.of("model", "record", "start")),
            Map.entry("request", Set.of("model", "record")),
            Map.entry("bypass", Set.of("model", "record", "catalog", "argocd", "request")),
            Map.entry("gate", Set.of("model", "record", "request", "notice", "window", "argocd")),
            Map.entry("access", Set.of("model", "start"))));

    static Stream<ApplicationModule> modules() {
        return MODULES.stream();
    }

    @Test
    void everyModuleKeepsToWhatItDeclares() {
        MODULES.verify();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleImportsNoMoreThanTheDesignAllows(ApplicationModule module) {
        String name = module.getIdentifier().toString();
        assertThat(module.getDirectDependencies(MODULES)
                        .uniqueModules()
                        .map(dependency -> dependency.getIdentifier().toString()))
                .isSubsetOf(allowed(name));
    }

    /** What stands at the end of the flow may import all before it. */
    private static Set<String> allowed(String name) {
        Set<String> all = new TreeSet<>(ALLOWED.keySet());
        if (name.equals("web")) {
            all.add("process");
            return all;
        }
        if (name.equals("process")) {
            return all;
        }
        assertThat(ALLOWED).as("the design's packages").containsKey(name);
        return ALLOWED.getOrDefault(name, Set.of());
    }
}
