package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.access.People;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.web.ApiDescription;

/** What journeys of machines have in common. Their owners have signed in before. */
abstract class MachineJourney extends AmendJourney {

    static final String PROBLEM = "application/problem+json";

    @Autowired
    People people;

    @BeforeEach
    void theOwnersHaveSignedIn() {
        Stream.of("dev", "dev2", "rel", "coord")
                .filter(id -> people.find(id).isEmpty())
                .forEach(this::signedIn);
    }

    Pipeline machine(String client) {
        return new Pipeline(url(), ISSUER.token(client));
    }

    static String body(ApplicationId application) {
        return json(wish(application));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** Opens a request that is not refused. */
    DeploymentRequest askAs(String client, ApplicationId application) {
        HttpResponse<String> answer = machine(client).ask(body(application));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return requests.find(new RequestId(tree(answer.body()).get("id").asText()))
                .orElseThrow();
    }

    /** The answer is a problem as the description has it, with these words, and tells nothing of our inside. */
    static void assertProblem(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(PROBLEM);
        JsonNode problem = tree(answer.body());
        assertThat(ApiDescription.faults("Problem", problem)).isEmpty();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).contains(words).doesNotContain("Exception", "org.", "java.");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent())
                .as("WWW-Authenticate")
                .isEqualTo(status == 401 || words.contains("lacks the scope"));
    }

    /** The answer is a request as the description has it. */
    static JsonNode request(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode request = tree(answer.body());
        assertThat(ApiDescription.faults("Request", request)).as(answer.body()).isEmpty();
        return request;
    }

    static String path(DeploymentRequest request) {
        return Pipeline.REQUESTS + "/" + request.id();
    }

    static Map<String, Object> approval() {
        return Map.of("decision", "approve", "comment", "");
    }
}
