package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.syncgate.model.ApplicationId;

/** The start form as Tasklist fetches and shows it. */
@Tag("one-at-a-time")
abstract class FormJourney extends Journey {

    static final String FORM = "/forms/deploy-application.form";

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    /** A form's conditions list all that there is to choose, so that parsing one takes long. */
    private static final Map<String, ParseResult> PARSED = new ConcurrentHashMap<>();

    JsonNode form() {
        HttpResponse<String> answer = signedIn("dev").get(FORM);
        assertThat(answer.statusCode()).isEqualTo(200);
        return tree(answer.body());
    }

    static List<JsonNode> choices(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(component -> component.path("key").asText().equals("application"))
                .flatMap(select -> StreamSupport.stream(select.path("values").spliterator(), false))
                .toList();
    }

    Optional<JsonNode> choiceOf(ApplicationId application) {
        return choices(form()).stream()
                .filter(choice -> choice.path("value").asText().startsWith(application + "@"))
                .findFirst();
    }

    String valueOf(ApplicationId application) {
        return choiceOf(application).orElseThrow().path("value").asText();
    }

    /** The conditional texts that a person sees who has chosen this. */
    List<String> shown(JsonNode form, @Nullable String application, String disruption) {
        return shown(form, application, disruption, "minor");
    }

    List<String> shown(JsonNode form, @Nullable String application, String disruption, @Nullable String change) {
        Map<String, Object> entries = new HashMap<>();
        entries.put("application", application);
        entries.put("disruption", disruption);
        entries.put("change", change);
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(component -> component.path("conditional").has("hide"))
                .filter(component -> !isTrue(component.at("/conditional/hide").asText(), entries))
                .map(component -> component.path("text").asText())
                .toList();
    }

    private static boolean isTrue(String expression, Map<String, Object> entries) {
        ParseResult parsed = PARSED.computeIfAbsent(expression.substring(1), FEEL::parseExpression);
        EvaluationResult result = FEEL.evaluate(parsed.parsedExpression(), entries);
        assertThat(result.isSuccess()).as(expression).isTrue();
        return Boolean.TRUE.equals(result.result());
    }
}
