package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.syncgate.ModelFiles;

class ModelsAreWalkedTests {

    @Test
    void everyShippedModelIsWalkedToItsLastFlowNodeByOneOfThePathTests() {
        Set<String> walked = new ClassFileImporter()
                .importPackages("org.syncgate.process").stream()
                        .filter(type -> type.isAnnotatedWith(Walks.class))
                        .flatMap(type ->
                                Stream.of(type.getAnnotationOfType(Walks.class).value()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(walked)
                .as("the models that @Walks names")
                .containsExactlyInAnyOrderElementsOf(
                        ModelFiles.processes().stream().map(ModelFiles::stem).toList());
    }
}
