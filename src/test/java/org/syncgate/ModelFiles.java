package org.syncgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The models and forms as they lie in the repository. */
public final class ModelFiles {

    private ModelFiles() {}

    public static List<Path> processes() {
        return list("bpmn", ".bpmn");
    }

    /** Those that each release has left to the versions after it. */
    static List<Path> releasedProcesses() {
        return released("bpmn", ".bpmn");
    }

    /** Those that each release has left to the versions after it. */
    public static List<Path> releasedForms() {
        return released("forms", ".form");
    }

    static List<Path> decisions() {
        return list("bpmn", ".dmn");
    }

    public static List<Path> forms() {
        return list("forms", ".form");
    }

    /** The file's name without its ending: what is in it bears the same name. */
    public static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> released(String kind, String ending) {
        try (Stream<Path> versions = Files.list(Path.of("src/test/resources/models"))) {
            return versions.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(version -> list(version.resolve(kind), ending).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(String folder, String ending) {
        return list(Path.of(folder), ending);
    }

    private static List<Path> list(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
