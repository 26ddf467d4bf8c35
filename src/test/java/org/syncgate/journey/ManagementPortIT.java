package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.Browser;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;

/** What is open on the management port without an account, and that nothing else is. */
class ManagementPortIT extends Journey {

    @Value("${local.management.port}")
    int managementPort;

    @Autowired
    PathMappedEndpoints endpoints;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsTheWordAlone(String path) {
        HttpResponse<String> answer = managed(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(tree(answer.body()).path("status").asText()).isEqualTo("UP");
        assertThat(answer.body()).doesNotContain("details", "components", "PostgreSQL");
    }

    @Test
    void metricsTellWhatSomebodyOnCallWantsToKnow() {
        ApplicationId application = pending();
        cluster(application.cluster()).behave(application.name(), Behaviour.fails("no such image"));
        DeploymentRequest request = ask("dev", application);
        awaitTask(request, "resolveFailedSync");

        HttpResponse<String> answer = managed("/actuator/prometheus");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(value(answer.body(), "syncgate_requests_open")).isGreaterThanOrEqualTo(1);
        assertThat(value(answer.body(), "syncgate_requests_failed")).isGreaterThanOrEqualTo(1);
        assertThat(value(answer.body(), "syncgate_incidents")).isNotNegative();
        assertThat(value(answer.body(), "syncgate_notices_failing")).isNotNegative();
        assertThat(value(answer.body(), "syncgate_clusters_unreachable")).isNotNegative();
        assertThat(value(answer.body(), "syncgate_bypasses_waiting")).isNotNegative();
        assertThat(answer.body()).contains("jvm_memory_used_bytes", "hikaricp_connections_active");
    }

    @Test
    void noOtherEndpointIsThereAtAll() {
        assertThat(endpoints.getAllPaths()).containsExactlyInAnyOrder("/actuator/health", "/actuator/prometheus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator",
                "/actuator/",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/metrics",
                "/actuator/info",
                "/actuator/sbom",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/loggers",
                "/actuator/mappings",
                "/actuator/configprops",
                "/actuator/flyway",
                "/actuator/shutdown",
                "/actuator/health/db",
                "/actuator/health/liveness/db",
                "/requests",
                "/login",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/error"
            })
    void everythingElseIsNotFoundThere(String path) {
        assertThat(managed(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"POST, health", "DELETE, health", "PUT, prometheus", "POST, shutdown", "POST, loggers/root"})
    void nothingThereCanBeChanged(String method, String endpoint) {
        HttpResponse<String> answer =
                new Browser(managementUrl()).call(method, "/actuator/" + endpoint, "{\"configuredLevel\": \"TRACE\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/health/liveness", "/actuator/prometheus"})
    void onThePortOfThePagesThereIsNothingOfIt(String path) {
        assertThat(new Browser(url()).get(path).statusCode())
                .as("nobody is sent to sign in")
                .isEqualTo(302);
        assertThat(signedIn("admin").get(path).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> managed(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(managementUrl() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String managementUrl() {
        return "http://localhost:" + managementPort;
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
