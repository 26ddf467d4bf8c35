package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.Browser;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;

/** Who may not ask, what nobody may start, and who comes second. */
class RefusedPeopleIT extends Refusals {

    @ParameterizedTest
    @ValueSource(strings = {"coord", "forum", "tel"})
    void whoeverIsNoRequesterIsToldWhoIs(String person) {
        ApplicationId application = pending();

        assertRefused(403, application, () -> start(signedIn(person), wish(application)))
                .contains("Ask one of them", "developers", "release-managers", "syncgate-admins");
    }

    @Test
    void whoeverIsNotSignedInIsAnswered401() {
        ApplicationId application = pending();
        Browser nobody = new Browser(url());

        HttpResponse<String> answer = leavingNothing(application, () -> start(nobody, wish(application)));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"dev, part-sync", "dev, path-at-will", "rel, path-at-will", "admin, part-sync", "admin, path-at-will"})
    void nobodyStartsTheProcessOfAPathByHand(String person, String process) {
        ApplicationId application = pending();
        String body = json(Map.of("variables", Map.of(), "businessKey", "r-23456789"));

        assertRefused(
                        403,
                        application,
                        () -> signedIn(person).enginePost("/process-definition/key/" + process + "/submit-form", body))
                .contains(process, "by hand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "admin"})
    void nothingIsStartedPastTheForm(String person) {
        ApplicationId application = pending();
        String body = json(Map.of(
                "variables",
                Map.of("application", Map.of("value", application.toString()), "path", Map.of("value", "at-will")),
                "startInstructions",
                List.of(Map.of("type", "startBeforeActivity", "activityId", "walkPath"))));
        Browser browser = signedIn(person);

        for (String process : List.of("deploy-application", "path-at-will", "part-sync")) {
            HttpResponse<String> answer = leavingNothing(
                    application, () -> browser.enginePost("/process-definition/key/" + process + "/start", body));
            assertThat(answer.statusCode()).as(process).isEqualTo(403);
        }
    }

    @Test
    void aSecondRequestIsRefusedAndNamesTheFirstWhileItIsSynced() {
        ApplicationId application = pending();
        cluster("idfdev").behave(application.name(), Behaviour.neverFinishes());
        DeploymentRequest first = ask("dev", application);
        await().atMost(PATIENCE).until(() -> cluster("idfdev").syncsSeen(application.name()) == 1);
        // until the attempt has timed out, only the request's own standing changes
        HttpResponse<String> second = start(signedIn("dev2"), wish(application));

        assertThat(second.statusCode()).as(second.body()).isEqualTo(400);
        assertThat(tree(second.body()).path("message").asText())
                .contains(application + " has an open request already: " + first.id() + " by Devi Developer");
        assertThat(requestsFor(application)).containsExactly(first.id().text());
    }

    @Test
    void aSecondRequestIsRefusedAndNamesTheFirstWhileItAwaitsADecision() {
        ApplicationId application = pending();
        cluster("idfdev").behave(application.name(), Behaviour.fails("no such image"));
        DeploymentRequest first = ask("dev", application);
        awaitTask(first, "resolveFailedSync");

        assertRefused(400, application, () -> start(signedIn("dev2"), wish(application)))
                .contains("has an open request already: " + first.id() + " by Devi Developer", "until it has ended");
    }

    @RepeatedTest(3)
    void ofTwoRequestsAtTheSameMomentExactlyOneIsKept() throws Exception {
        ApplicationId application = pending();
        cluster("idfdev").behave(application.name(), Behaviour.neverFinishes());
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<HttpResponse<String>>> starts = List.of(
                    startOf(signedIn("dev"), application, together), startOf(signedIn("dev2"), application, together));
            List<Future<HttpResponse<String>>> answers = threads.invokeAll(starts);
            HttpResponse<String> one = answers.get(0).get();
            HttpResponse<String> other = answers.get(1).get();

            String kept =
                    assertThat(requestsFor(application)).hasSize(1).actual().get(0);
            assertThat(List.of(one.statusCode(), other.statusCode())).containsExactlyInAnyOrder(200, 400);
            HttpResponse<String> refused = one.statusCode() == 400 ? one : other;
            assertThat(tree(refused.body()).path("message").asText()).contains("has an open request already: " + kept);
            assertThat(history.createHistoricProcessInstanceQuery()
                            .rootProcessInstances()
                            .variableValueEquals("application", application.toString())
                            .count())
                    .isOne();
        } finally {
            threads.shutdown();
        }
    }

    private Callable<HttpResponse<String>> startOf(Browser browser, ApplicationId application, CyclicBarrier together) {
        return () -> {
            together.await();
            return start(browser, wish(application));
        };
    }

    private List<String> requestsFor(ApplicationId application) {
        return jdbc.sql("select id from syncgate.request where cluster = :cluster and application = :name")
                .param("cluster", application.cluster())
                .param("name", application.name())
                .query(String.class)
                .list();
    }
}
