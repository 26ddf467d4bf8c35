package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelsAreWalkedTests {

    @Test
    void everyShippedModelIsWalkedToItsLastFlowNodeByOneOfThePathTests() throws IOException {
        Set<String> walked = new ClassFileImporter()
                .importPackages("org.syncgate.process").stream()
                        .filter(type -> type.isAnnotatedWith(Walks.class))
                        .flatMap(type ->
                                Stream.of(type.getAnnotationOfType(Walks.class).value()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(walked).as("the models that @Walks names").containsExactlyInAnyOrderElementsOf(shipped());
    }

    private static Set<String> shipped() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            return models.map(model -> model.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .map(name -> name.substring(0, name.length() - ".bpmn".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
