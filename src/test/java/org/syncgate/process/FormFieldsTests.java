package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
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
import org.syncgate.ModelFiles;

/** If one field of a form is unknown to its task or its start, all that was entered is refused. */
class FormFieldsTests {

    private static final Map<String, Set<String>> STARTS = Map.of(
            "deploy-application", Vars.START_FIELDS,
            "amend-request", Vars.AMEND_FIELDS,
            "freeze-gates", Vars.FREEZE_FIELDS);

    static Stream<Arguments> starts() {
        return STARTS.entrySet().stream().map(start -> Arguments.of(start.getKey(), start.getValue()));
    }

    static Stream<Arguments> tasks() {
        return ModelFiles.processes().stream()
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .map(task -> Arguments.of(task.getId(), task.getCamundaFormRef()));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void aStartKnowsExactlyTheFieldsOfItsForm(String form, Set<String> known) throws IOException {
        assertThat(known)
                .as("what Vars says of forms/%s.form", form)
                .containsExactlyInAnyOrderElementsOf(fields(ModelFiles.forms(), form));
    }

    /** A task that was open before an upgrade keeps the form with which it began. */
    @ParameterizedTest
    @MethodSource("tasks")
    void aTaskKnowsExactlyTheFieldsOfItsFormAndOfThoseThatReleasesHad(String task, String form) throws IOException {
        Set<String> sent = fields(ModelFiles.forms(), form);
        sent.addAll(fields(ModelFiles.releasedForms(), form));

        assertThat(new FormFields().of(task))
                .as("what FormFields says of task %s, which has forms/%s.form", task, form)
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void everyFormBelongsToAStartOrATask() {
        Stream<Object> ofTasks = tasks().map(task -> task.get()[1]);

        assertThat(Stream.concat(STARTS.keySet().stream(), ofTasks))
                .containsAll(ModelFiles.forms().stream().map(ModelFiles::stem).toList());
    }

    private static Set<String> fields(Collection<Path> files, String form) throws IOException {
        Set<String> fields = new TreeSet<>();
        for (Path file : files) {
            if (ModelFiles.stem(file).equals(form)) {
                fields.addAll(new ObjectMapper().readTree(file.toFile()).findValuesAsText("key"));
            }
        }
        return fields;
    }
}
