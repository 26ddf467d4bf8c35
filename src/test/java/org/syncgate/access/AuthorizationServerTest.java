package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That the provider which other tests sign in with is one. */
class AuthorizationServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void itNamesItselfAndGivesProgramsTokensThatSayWhatTheyAreToSay() throws Exception {
        try (AuthorizationServer server = AuthorizationServer.started()
                .program("pipeline", "s3cret", Set.of("requests"), Map.of("aud", "syncgate"))) {
            JsonNode discovery = JSON.readTree(http.send(
                            HttpRequest.newBuilder(URI.create(server.issuer() + "/.well-known/openid-configuration"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
            assertThat(discovery.path("issuer").asText()).isEqualTo(server.issuer());

            JsonNode claims = claims(token(server));

            assertThat(claims.path("iss").asText()).isEqualTo(server.issuer());
            assertThat(claims.path("aud").asText()).isEqualTo("syncgate");
            assertThat(claims.path("scope").toString()).isEqualTo("[\"requests\"]");
        }
    }

    private String token(AuthorizationServer server) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString("pipeline:s3cret".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(server.issuer() + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=requests"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
