package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"src/main", "bpmn", "forms"})
    void nothingThatIsShippedKnowsOfIt(String folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(ClockPage.PATH, "demo/clock", "DemoClock", "ClockUtil"));
    }
}
