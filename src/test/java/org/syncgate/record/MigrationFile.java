package org.syncgate.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A migration as it lies in the repository.
 *
 * @param version its number
 * @param description what it is called; Flyway holds against that too
 * @param checksum as Flyway reckons it, which leaves out how lines end
 */
record MigrationFile(int version, String description, int checksum) {

    static final Path FOLDER = Path.of("src/main/resources/db/migration");

    private static final Pattern NAME = Pattern.compile("V([1-9]\\d*)__([a-z][a-z_]*)\\.sql");

    /** All of them, the first first. */
    static List<MigrationFile> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.flatMap(MigrationFile::of)
                    .sorted(Comparator.comparing(MigrationFile::version))
                    .toList();
        }
    }

    private static Stream<MigrationFile> of(Path file) {
        return NAME.matcher(file.getFileName().toString())
                .results()
                .map(name -> new MigrationFile(number(name), name.group(2).replace('_', ' '), checksum(file)));
    }

    private static int number(MatchResult name) {
        return Integer.parseInt(name.group(1));
    }

    private static int checksum(Path file) {
        CRC32 checksum = new CRC32();
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) checksum.getValue();
    }

    /** A line of what was released. */
    String line() {
        return version + " " + description + " " + checksum;
    }
}
