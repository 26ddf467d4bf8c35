package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Failed;

class ResolveFailedSyncIT extends SyncJourney {

    private static final String SAID = "Deployment.apps \"x\" is invalid";

    @Test
    void whatArgoCdSaidIsInTheTaskOfRequesterDevelopersAndAdministrators() {
        DeploymentRequest request = failing(pending());

        String task = awaitTask(request, "resolveFailedSync");

        assertThat(now(request).standing().words()).isEqualTo("Argo CD says: " + SAID);
        assertThat(tasks.getVariables(task))
                .hasEntrySatisfying(
                        "failure",
                        failure ->
                                assertThat(((String) failure).replace("\\", "")).isEqualTo("Argo CD says: " + SAID))
                .hasEntrySatisfying(
                        "about",
                        about -> assertThat((String) about)
                                .contains(request.agreement().application().toString(), "attempt 1"));
        assertThat(tasks.getIdentityLinksForTask(task))
                .extracting(link -> link.getUserId() == null ? link.getGroupId() : link.getUserId())
                .containsExactlyInAnyOrder("dev", "developers", "syncgate-admins");
        assertThat(tree(signedIn("dev2")
                                .engineGet("/task/" + task + "/form-variables")
                                .body())
                        .at("/failure/value")
                        .asText()
                        .replace("\\", ""))
                .isEqualTo("Argo CD says: " + SAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "dev2", "rel", "admin"})
    void aCandidateMayDecide(String person) {
        DeploymentRequest request = failing(pending());

        assertThat(resolve(person, request, Map.of("action", "give-up", "reason", "Not needed any more"))
                        .statusCode())
                .isEqualTo(204);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.GIVEN_UP);
        Entry entry = records.of(request.id()).stream()
                .filter(it -> it.kind() == Kind.GIVEN_UP)
                .findFirst()
                .orElseThrow();
        assertThat(entry.who()).isEqualTo(person);
        assertThat(entry.why()).isEqualTo("Not needed any more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"coord", "tel", "forum"})
    void somebodyElseMayNot(String person) {
        DeploymentRequest request = failing(pending());

        HttpResponse<String> answer =
                resolve(person, request, Map.of("action", "give-up", "reason", "Not needed any more"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(tree(answer.body()).path("message").asText()).startsWith("This task is for others");
        assertThat(now(request).standing()).isInstanceOf(Failed.class);
    }

    @Test
    void whatSomebodyHasClaimedIsTheirsUntilTheyReleaseIt() {
        String task = awaitTask(failing(pending()), "resolveFailedSync");

        assertThat(claim("dev", task, "\"dev\"").statusCode()).isEqualTo(204);
        assertThat(claim("dev2", task, "\"dev2\"").statusCode()).isEqualTo(403);
        assertThat(claim("dev2", task, "null").statusCode()).isEqualTo(403);
        HttpResponse<String> refused =
                complete(signedIn("dev2"), task, Map.of("action", "give-up", "reason", "Not needed any more"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Devi Developer has claimed this task");

        assertThat(signedIn("dev").enginePost("/task/" + task + "/unclaim", "").statusCode())
                .isEqualTo(204);
        assertThat(claim("dev2", task, "\"dev2\"").statusCode()).isEqualTo(204);
    }

    @Test
    void whoDecidesTooLateHearsThatItIsDecided() {
        DeploymentRequest request = failing(pending());
        String task = awaitTask(request, "resolveFailedSync");
        Map<String, Object> givesUp = Map.of("action", "give-up", "reason", "Not needed any more");
        assertThat(complete(signedIn("dev"), task, givesUp).statusCode()).isEqualTo(204);

        HttpResponse<String> late = complete(signedIn("dev2"), task, givesUp);

        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(tree(late.body()).path("message").asText())
                .isEqualTo("This task is done: somebody has decided on it meanwhile.");
    }

    @Test
    void administratorsMoveNoTimerAndRetryOnlyWhatHasFailed() {
        DeploymentRequest request = failing(pending());
        awaitTask(request, "resolveFailedSync");
        List<String> timers = management.createJobQuery().timers().list().stream()
                .filter(timer -> timer.getRootProcessInstanceId().equals(request.processInstance()))
                .map(Job::getId)
                .toList();
        assertThat(timers).isNotEmpty();
        timers.forEach(timer -> {
            String path = "/camunda/api/engine/engine/default/job/" + timer + "/retries";
            for (String body : List.of(
                    "{\"retries\": 1, \"dueDate\": \"2020-01-01T00:00:00.000+0000\"}",
                    "{\"retries\": 0}",
                    "{\"retries\": 5}")) {
                assertThat(signedIn("admin").call("PUT", path, body).statusCode())
                        .as(body)
                        .isEqualTo(403);
            }
        });

        assertThat(now(request).standing()).isInstanceOf(Failed.class);
    }

    @Test
    void aCommentIsMadeOnATaskAndNowhereElse() {
        DeploymentRequest request = failing(pending());
        String task = awaitTask(request, "resolveFailedSync");

        assertThat(signedIn("dev")
                        .enginePost(
                                "/task/" + task + "/comment/create",
                                json(Map.of("message", "Approved", "processInstanceId", request.processInstance())))
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> claim(String person, String task, String user) {
        return signedIn(person).enginePost("/task/" + task + "/claim", "{\"userId\": " + user + "}");
    }

    @Test
    void aRetryIsANewAttemptWithAGrantOfItsOwn() {
        ApplicationId application = pending();
        DeploymentRequest request = failing(application);

        behave(application, Behaviour.normal());
        decide(request, "retry");

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(attempts(request)).isEqualTo(2);
        assertThat(syncs(application)).isEqualTo(2);
        assertThat(operation(application).at("/info/1/value").asText()).isEqualTo("2");
        assertThat(recorded(request))
                .containsExactly(
                        Kind.REQUEST_OPENED,
                        Kind.SYNC_GRANTED,
                        Kind.SYNC_ASKED,
                        Kind.SYNC_STARTED,
                        Kind.SYNC_FAILED,
                        Kind.RETRY_DECIDED,
                        Kind.SYNC_GRANTED,
                        Kind.SYNC_ASKED,
                        Kind.SYNC_STARTED,
                        Kind.SYNC_SUCCEEDED,
                        Kind.DEPLOYED);
    }

    @Test
    void aRetryPassesTheGateLikeTheFirst() {
        ApplicationId application = pending();
        DeploymentRequest request = failing(application);
        edit(application, json -> {
            json.withObject("/spec/source").put("path", "elsewhere");
            json.withObject("/status/sync/comparedTo/source").put("path", "elsewhere");
        });

        decide(request, "retry");

        awaitTask(request, "reconsiderRequest");
        assertThat(now(request).standing().words()).contains("source has been changed");
        assertThat(syncs(application)).isEqualTo(1);
    }

    @Test
    void whatIsOverIsNotWaitedFor() {
        DeploymentRequest request = failing(pending());

        refused(request, Map.of("action", "wait"), "nothing to wait for");
    }

    @Test
    void givingUpTakesTenCharactersOfReason() {
        DeploymentRequest request = failing(pending());

        refused(request, Map.of("action", "give-up", "reason", "123456789"), "at least 10 characters");
        refused(request, Map.of("action", "give-up", "reason", "    12345     "), "at least 10 characters");
        refused(request, Map.of("action", "give-up", "reason", "x".repeat(2001)), "at most 2000 characters");
        assertThat(resolve("dev", request, Map.of("action", "give-up", "reason", "1234567890"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whatTheFormDoesNotOfferIsRefused() {
        DeploymentRequest request = failing(pending());

        refused(request, Map.of("action", "rollback", "reason", "Back to before"), "Choose what to do next");
        refused(request, Map.of(), "Choose what to do next");
        refused(request, Map.of("action", 7), "'action' has to be a text");
        refused(request, Map.of("action", "retry", "revision", NEWER), "no field revision");
        refused(request, Map.of("action", "retry", "verdict", "deployed"), "no field verdict");
        refused(request, Map.of("action", "retry", "outcome", "deployed"), "no field outcome");
        assertThat(recorded(request)).endsWith(Kind.SYNC_FAILED);
    }

    @Test
    void anEarlierDecisionIsNotTheNextOne() {
        ApplicationId application = pending();
        DeploymentRequest request = failing(application);
        decide(request, "retry");
        await().atMost(PATIENCE)
                .until(() -> now(request), now -> now.standing() instanceof Failed && attempts(now) == 2);

        refused(request, Map.of(), "Choose what to do next");
        refused(request, Map.of("action", "give-up"), "at least 10 characters");
    }

    private DeploymentRequest failing(ApplicationId application) {
        behave(application, Behaviour.fails(SAID));
        return awaitFailed(ask("dev", application));
    }

    private void refused(DeploymentRequest request, Map<String, Object> fields, String words) {
        HttpResponse<String> answer = resolve("dev", request, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
        assertThat(now(request).standing()).isInstanceOf(Failed.class);
    }
}
