package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.function.Consumer;
import org.syncgate.web.ApiDescription;

/** A pipeline as far as HTTP goes: it shows a token and keeps no cookies. */
final class Pipeline {

    static final String REQUESTS = "/api/v1/requests";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    Pipeline(String url, String token) {
        this.url = url;
        this.token = token;
    }

    HttpResponse<String> ask(String body) {
        return ask(UUID.randomUUID().toString(), body);
    }

    HttpResponse<String> ask(String key, String body) {
        return call(
                "POST",
                REQUESTS,
                body,
                request -> request.header("Idempotency-Key", key).header("Content-Type", "application/json"));
    }

    HttpResponse<String> get(String path) {
        return call("GET", path, "", request -> {});
    }

    HttpResponse<String> call(String method, String path, String body, Consumer<HttpRequest.Builder> more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        more.accept(request);
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(ApiDescription.permits(method, path, answer.statusCode()))
                    .as("%s %s may be answered %s: %s", method, path, answer.statusCode(), answer.body())
                    .isTrue();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
