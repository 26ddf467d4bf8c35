package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** If one field of a form is unknown to its task or its start, all that was entered is refused. */
class FormFieldsTests {

    private static final Map<String, Set<String>> STARTS = Map.of(
            "deploy-application", Vars.START_FIELDS,
            "amend-request", Vars.AMEND_FIELDS,
            "freeze-gates", Vars.FREEZE_FIELDS);

    static Stream<Arguments> starts() {
        return STARTS.entrySet().stream().map(start -> Arguments.of(start.getKey(), start.getValue()));
    }

    static Stream<Arguments> tasks() throws IOException {
        return files("bpmn", ".bpmn")
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .map(task -> Arguments.of(task.getId(), task.getCamundaFormRef()));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void aStartKnowsExactlyTheFieldsOfItsForm(String form, Set<String> known) throws IOException {
        assertThat(known)
                .as("what Vars says of forms/%s.form", form)
                .containsExactlyInAnyOrderElementsOf(fields(Path.of("forms"), form));
    }

    /** A task that was open before an upgrade keeps the form with which it began. */
    @ParameterizedTest
    @MethodSource("tasks")
    void aTaskKnowsExactlyTheFieldsOfItsFormAndOfThoseThatReleasesHad(String task, String form) throws IOException {
        Set<String> sent = new TreeSet<>(fields(Path.of("forms"), form));
        for (Path release : files("src/test/resources/models", "").toList()) {
            sent.addAll(fields(release.resolve("forms"), form));
        }

        assertThat(new FormFields().of(task))
                .as("what FormFields says of task %s, which has forms/%s.form", task, form)
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void everyFormBelongsToAStartOrATask() throws IOException {
        Stream<Object> ofTasks = tasks().map(task -> task.get()[1]);

        assertThat(Stream.concat(STARTS.keySet().stream(), ofTasks).map(form -> Path.of("forms", form + ".form")))
                .containsAll(files("forms", ".form").toList());
    }

    private static List<String> fields(Path folder, String form) throws IOException {
        Path file = folder.resolve(form + ".form");
        return Files.exists(file) ? new ObjectMapper().readTree(file.toFile()).findValuesAsText("key") : List.of();
    }

    private static Stream<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }
}
