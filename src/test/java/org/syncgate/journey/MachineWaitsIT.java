package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.request.DeploymentRequest;

/** Machines that look at their requests and wait for their end. */
class MachineWaitsIT extends MachineJourney {

    private static final int MOST_OF_ONE = 20;

    @Test
    void aWaitIsAnsweredWhenTheRequestEndsAndNotBefore() {
        DeploymentRequest request = askAs("ci", pendingApproval());
        awaitTask(request, "approveDeployment");
        awaitClock(request);
        CompletableFuture<HttpResponse<String>> waiting =
                CompletableFuture.supplyAsync(() -> machine("ci").get(path(request) + "?wait=PT1H"));
        approve("rel", request, "");
        assertThat(waiting).isNotDone();

        amend("dev", request.id().text(), "withdraw");

        await().atMost(PATIENCE).until(waiting::isDone);
        JsonNode ended = request(waiting.join());
        assertThat(ended.get("outcome").asText()).isEqualTo("withdrawn");
    }

    @Test
    void aWaitThatIsOverIsAnsweredAsTheRequestStands() {
        DeploymentRequest request = askAs("ci", pendingApproval());

        JsonNode seen = request(machine("ci").get(path(request) + "?wait=PT0.2S"));

        assertThat(seen.get("status").asText()).isEqualTo("waiting");
        assertThat(seen.has("outcome")).isFalse();
    }

    @Test
    void whatHasEndedIsNotWaitedFor() {
        DeploymentRequest request = askAs("ci", pending());
        awaitEnd(request);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(request(machine("ci").get(path(request) + "?wait=PT60S"))
                                .get("status")
                                .asText())
                        .isEqualTo("ended"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "30s", "PT", "-PT1S", "PT-1S", "PT99999999999999999H"})
    void whatIsNoDurationIsRefused(String wait) {
        DeploymentRequest request = askAs("ci", pendingApproval());

        assertProblem(machine("ci").get(path(request) + "?wait=" + wait), 400, "like PT30S");
    }

    @Test
    void whatAnotherHasAskedForIsNotFoundLikeWhatDoesNotExist() {
        DeploymentRequest others = askAs("other-ci", pendingApproval());
        DeploymentRequest people = ask("dev", pendingApproval());

        HttpResponse<String> unknown = machine("ci").get(Pipeline.REQUESTS + "/r-22222222");
        assertProblem(unknown, 404, "There is no such request among those that ci has asked for.");
        Stream.of(path(others), path(people), path(others) + "?wait=PT10S", Pipeline.REQUESTS + "/x")
                .map(path -> machine("ci").get(path))
                .forEach(answer -> {
                    assertProblem(answer, 404, "There is no such request");
                    assertThat(answer.body()).isEqualTo(unknown.body());
                });
    }

    @Test
    void oneMachineCannotWaitInAllConnections() {
        DeploymentRequest request = askAs("other-ci", pendingApproval());
        awaitTask(request, "approveDeployment");
        awaitClock(request);
        ExecutorService threads = Executors.newFixedThreadPool(MOST_OF_ONE + 1);
        try {
            List<CompletableFuture<HttpResponse<String>>> calls = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> machine("other-ci").get(path(request) + "?wait=PT40S"), threads))
                    .limit(MOST_OF_ONE + 1)
                    .toList();

            await().atMost(PATIENCE).until(() -> calls.stream().anyMatch(CompletableFuture::isDone));
            HttpResponse<String> tooMany = calls.stream()
                    .filter(CompletableFuture::isDone)
                    .findFirst()
                    .orElseThrow()
                    .join();
            assertProblem(tooMany, 429, "other-ci waits in 20 calls already");
            assertThat(tooMany.headers().firstValue("Retry-After")).contains("10");
            DeploymentRequest another = askAs("ci", pendingApproval());
            request(machine("ci").get(path(another) + "?wait=PT0.1S"));

            amend("dev2", request.id().text(), "withdraw");
            await().atMost(PATIENCE).until(() -> calls.stream().allMatch(CompletableFuture::isDone));
            assertThat(calls.stream().filter(call -> call.join().statusCode() == 200))
                    .hasSize(MOST_OF_ONE);
            request(machine("other-ci").get(path(request) + "?wait=PT10S"));
        } finally {
            threads.shutdownNow();
        }
    }
}
