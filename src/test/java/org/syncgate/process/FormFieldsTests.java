package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A form that sends a field which its task or start does not know is refused as a whole. */
class FormFieldsTests {

    static Stream<Arguments> forms() throws IOException {
        return Stream.concat(
                Stream.of(
                        Arguments.of("deploy-application", "Vars.START_FIELDS", Vars.START_FIELDS),
                        Arguments.of("amend-request", "Vars.AMEND_FIELDS", Vars.AMEND_FIELDS),
                        Arguments.of("freeze-gates", "Vars.FREEZE_FIELDS", Vars.FREEZE_FIELDS)),
                tasks().stream()
                        .map(task -> Arguments.of(
                                task.getCamundaFormRef(),
                                "FormFields for " + task.getId(),
                                new FormFields().of(task.getId()))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatAFormSendsIsKnownToTheCode(String form, String known, Set<String> fields) throws IOException {
        Set<String> sent = new TreeSet<>(new ObjectMapper()
                .readTree(Path.of("forms", form + ".form").toFile())
                .findValuesAsText("key"));

        assertThat(fields)
                .as("%s, which has to hold what forms/%s.form has", known, form)
                .isEqualTo(sent);
    }

    private static List<UserTask> tasks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                    .collect(Collectors.toMap(UserTask::getId, task -> task, (one, same) -> one))
                    .values()
                    .stream()
                    .toList();
        }
    }
}
