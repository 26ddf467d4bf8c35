package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;

/** What no start form would send: other types, variables, keys and instructions. */
class RefusedVariablesIT extends Refusals {

    private ApplicationId application = new ApplicationId("none", "yet");

    @BeforeEach
    void somethingToDeploy() {
        application = pending();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            reason      | {"value": 1234567890123}
            reason      | {"value": true}
            reason      | {"value": {"text": "Needed for tonight"}}
            reason      | {"value": ["Needed for tonight"]}
            reason      | {"value": "TmVlZGVkIGZvciB0b25pZ2h0", "type": "Bytes"}
            reason      | {"value": "TmVlZGVk", "type": "File", "valueInfo": {"filename": "reason.txt"}}
            ticket      | {"value": 4711}
            ticket      | {"value": ["DM-4711"]}
            disruption  | {"value": {"none": true}}
            change      | {"value": ["minor"]}
            application | {"value": {"cluster": "idfdev"}}
            """)
    void whatIsNoTextIsRefused(String field, String value) {
        assertRefused(400, application, () -> post(with(field, value))).contains("'" + field + "'", "text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            java.lang.String    | application/x-java-serialized-object | rO0ABXQAAWE=
            java.util.ArrayList | application/json                     | [1]
            """)
    void aSerializedObjectIsRefusedUnread(String type, String format, String value) {
        String variable = json(Map.of(
                "value",
                value,
                "type",
                "Object",
                "valueInfo",
                Map.of("objectTypeName", type, "serializationDataFormat", format)));
        assertRefused(400, application, () -> post(with("reason", variable))).contains("reason", "text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete"})
    void aSerializedObjectInATasksFormIsRefusedUnread(String call) {
        cluster("idfdev").behave(application.name(), Behaviour.fails("no such image"));
        DeploymentRequest request = ask("dev", application);
        String task = awaitTask(request, "resolveFailedSync");
        String body = json(Map.of("variables", Map.of("action", Map.of("value", "retry"), "reason", tree("""
                {"value": "rO0ABXQAAWE=", "type": "Object", "valueInfo": {"objectTypeName": "java.lang.String",
                 "serializationDataFormat": "application/x-java-serialized-object"}}"""))));

        HttpResponse<String> answer = signedIn("dev").enginePost("/task/" + task + "/" + call, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(tree(answer.body()).path("message").asText()).contains("'reason'", "text");
        assertThat(awaitTask(request, "resolveFailedSync")).isEqualTo(task);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disruption", "change", "reason"})
    void aNullIsAsGoodAsMissing(String field) {
        assertRefused(400, application, () -> post(with(field, "{\"value\": null}")))
                .contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "ticket"})
    void aTextThatCannotBeStoredAsItIsIsRefused(String field) {
        assertRefused(application, with(application, field, "Needed tonight\0"))
                .contains("'" + field + "'", "characters", "stored");
        // as an escape, since no encoder would send half a character
        String half = json(with(field, "{\"value\": \"Half a rocket: HALF\"}")).replace("HALF", "\\ud83d");
        assertRefused(400, application, () -> signedIn("dev").enginePost(SUBMIT, half))
                .contains("'" + field + "'", "characters", "stored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"initiator", "requester", "path", "outcome", "request", "reason2", "Reason"})
    void aVariableThatTheFormDoesNotHaveIsRefusedByName(String name) {
        assertRefused(application, with(application, name, "at-will")).contains("no field " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-23456789", "mine", ""})
    void aBusinessKeyIsRefused(String key) {
        Map<String, Object> body = new HashMap<>(body(Map.of()));
        body.put("businessKey", key);

        assertRefused(400, application, () -> signedIn("dev").enginePost(SUBMIT, json(body)))
                .contains("without a business key");
    }

    @Test
    void instructionsWhereToStartSkipNoCheck() {
        Map<String, Object> body = new HashMap<>(body(Map.of("reason", tree("{\"value\": \"short\"}"))));
        body.put("startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "walkPath")));

        assertRefused(400, application, () -> signedIn("dev").enginePost(SUBMIT, json(body)))
                .contains("10 to 2000 characters");
    }

    @Test
    void aBodyThatCannotBeReadIsRefused() {
        for (String body : List.of("{", "[]", "{\"variables\": []}", "{\"variables\": {\"reason\": \"text\"}}")) {
            assertThat(leavingNothing(application, () -> signedIn("dev").enginePost(SUBMIT, body))
                            .statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"variables\": {\"reason\": null}}"})
    void aNullThatTheEngineCannotReadIsRefused(String body) {
        assertRefused(400, application, () -> signedIn("dev").enginePost(SUBMIT, body))
                .contains("object");
    }

    private HttpResponse<String> post(Map<String, Object> body) {
        return signedIn("dev").enginePost(SUBMIT, json(body));
    }

    /** The form's body with one variable as raw JSON. */
    private Map<String, Object> with(String field, String variable) {
        return body(Map.of(field, tree(variable)));
    }

    private Map<String, Object> body(Map<String, Object> others) {
        Map<String, Object> variables = new HashMap<>();
        wish(application).forEach((name, value) -> variables.put(name, Map.of("value", value)));
        variables.putAll(others);
        return Map.of("variables", variables);
    }
}
