package org.syncgate.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Migrations are only ever added: a database that a release has made goes on from there. */
class MigrationTests {

    @Test
    void theirNumbersRunFromOneWithoutAGap() throws IOException {
        List<MigrationFile> migrations = MigrationFile.all();

        assertThat(migrations)
                .extracting(MigrationFile::version)
                .isNotEmpty()
                .isEqualTo(IntStream.rangeClosed(1, migrations.size()).boxed().toList());
    }

    @Test
    void nothingElseLiesBesideThemThanWhatRunsAfterEach() throws IOException {
        try (Stream<Path> files = Files.list(MigrationFile.FOLDER)) {
            assertThat(files)
                    .hasSize(MigrationFile.all().size() + 1)
                    .contains(MigrationFile.FOLDER.resolve("afterMigrate.sql"));
        }
    }

    @Test
    void whatWasReleasedIsThereUnchanged() throws IOException {
        List<String> released = released();

        assertThat(lines().subList(0, Math.min(released.size(), lines().size())))
                .as("a migration that was released never changes: add another one")
                .isEqualTo(released);
    }

    @Test
    void aReleaseKeepsWhatItsMigrationsWere() throws IOException {
        String version = PropertiesLoaderUtils.loadAllProperties("META-INF/build-info.properties")
                .getProperty("build.version");
        if (!version.endsWith("-SNAPSHOT")) {
            assertThat(released())
                    .as("src/test/resources/db/released.txt in the commit that releases " + version)
                    .isEqualTo(lines());
        }
    }

    private static List<String> lines() throws IOException {
        return MigrationFile.all().stream().map(MigrationFile::line).toList();
    }

    private static List<String> released() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/db/released.txt"))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        }
    }
}
