package org.syncgate.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each role may do, from {@code what-roles-may-do.txt}: lines of who, verbs and patterns of paths. Whatever no line
 * grants has to be refused.
 */
record RoleTable(List<Line> lines) {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    record Line(Set<String> who, Set<String> verbs, Pattern path) {}

    static RoleTable read() {
        try (InputStream table = RoleTable.class.getResourceAsStream("what-roles-may-do.txt")) {
            return new RoleTable(new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RoleTable::line)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean grants(Role role, String verb, String path) {
        return lines.stream()
                .anyMatch(line -> line.who().stream().anyMatch(role::is)
                        && line.verbs().contains(verb)
                        && line.path().matcher(path).matches());
    }

    private static Line line(String written) {
        String[] cells = written.trim().split("\\s*\\|\\s*");
        String paths = words(cells[2].replace("ENGINE", ENGINE)).stream()
                .map(RoleTable::pattern)
                .collect(Collectors.joining("|"));
        return new Line(words(cells[0]), words(cells[1]), Pattern.compile(paths));
    }

    private static String pattern(String path) {
        return Arrays.stream(path.split("(?<=\\*)(?!\\*)|(?<!\\*)(?=\\*)"))
                .map(part -> part.equals("**") ? ".*" : part.equals("*") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining());
    }

    private static Set<String> words(String cell) {
        return Stream.of(cell.split(",? +")).collect(Collectors.toSet());
    }
}
