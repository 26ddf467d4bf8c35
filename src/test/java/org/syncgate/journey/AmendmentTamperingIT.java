package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractStringAssert;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.Attempt.Phase;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Syncing;

/** Who amends whose request, when, and by what: whatever else is posted is refused and changes nothing. */
class AmendmentTamperingIT extends AmendJourney {

    private static final String SUBMIT = "/process-definition/key/amend-request/submit-form";

    @Autowired
    HistoryService history;

    private DeploymentRequest request;

    @BeforeEach
    void aDeveloperAsks() {
        request = untouched("dev");
    }

    @ParameterizedTest
    @CsvSource({"dev2", "rel"})
    void somebodyElsesRequestIsNotWithdrawn(String person) {
        assertRefused(400, () -> post(person, fields("withdraw"))).contains("Devi Developer's request");
    }

    @ParameterizedTest
    @CsvSource({"dev2", "rel", "admin"})
    void somebodyElsesRequestIsNotRetargeted(String person) {
        commit(request);

        assertRefused(400, () -> post(person, fields("retarget"))).contains("Nobody but its requester, Devi Developer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"coord", "tel", "forum"})
    void whoeverMayNotAskMayNotAmend(String person) {
        assertRefused(403, () -> post(person, fields("withdraw"))).contains("Only members of");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            r-zzzzzzzz              | There is no request r-zzzzzzzz
            nonsense                | Choose one of your open requests
            ``                      | Choose one of your open requests
            r-'; drop table x; --   | Choose one of your open requests
            """)
    void anUnknownRequestIsRefused(String id, String words) {
        assertRefused(400, () -> post("dev", Map.of("request", id, "action", "withdraw", "reason", "Not needed now")))
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WITHDRAW", "approve", "<b>withdraw</b>"})
    void whatIsNoActionIsRefused(String action) {
        assertRefused(400, () -> post("dev", fields(action))).contains("withdraw or retarget");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path",
                "outcome",
                "group",
                "agreement",
                "requester",
                "initiator",
                "application",
                "pending",
                "who"
            })
    void aVariableThatTheFormDoesNotHaveIsRefusedByName(String name) {
        Map<String, Object> fields = new HashMap<>(fields("withdraw"));
        fields.put(name, "at-will");

        assertRefused(400, () -> post("dev", fields)).contains("no field " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "action", "reason"})
    void whatIsNoTextIsRefused(String field) {
        Map<String, Object> fields = new HashMap<>(fields("withdraw"));
        fields.put(field, List.of(request.id().text()));

        assertRefused(400, () -> post("dev", fields)).contains("'" + field + "'", "text");
    }

    @Test
    void aBusinessKeyIsRefused() {
        Map<String, Object> body = new HashMap<>(body(fields("withdraw")));
        body.put("businessKey", request.id().text());

        assertRefused(400, () -> signedIn("dev").enginePost(SUBMIT, json(body))).contains("without a business key");
    }

    @Test
    void instructionsWhereToStartSkipNoCheck() {
        Map<String, Object> body = new HashMap<>(body(fields("withdraw")));
        body.put("startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "tellRequest")));

        assertRefused(400, () -> signedIn("dev2").enginePost(SUBMIT, json(body)))
                .contains("Devi Developer's request");
    }

    @Test
    void aRevisionThatWasNotShownIsNotAgreed() {
        commit(request);
        String stale = request.id() + "@" + request.agreement().target().get(0);

        assertRefused(400, () -> post("dev", Map.of("request", stale, "action", "retarget", "reason", "")))
                .contains("pending");
    }

    @Test
    void whatIsAgreedAlreadyIsNotAgreedAnew() {
        assertRefused(400, () -> post("dev", fields("retarget"))).contains("already", "nothing else is pending");
    }

    @Test
    void whatIsBeingSyncedIsNotAmended() {
        ApplicationId application = pending();
        cluster("idfdev").behave(application.name(), Behaviour.neverFinishes());
        request = ask("dev", application);
        request = awaitStanding(
                request,
                standing -> standing instanceof Syncing
                        && now(request).currentAttempt().phase() == Phase.RUNNING);

        for (String action : List.of("withdraw", "retarget")) {
            HttpResponse<String> answer = post("dev", fields(action));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(tree(answer.body()).path("message").asText()).contains("is being synced");
        }
        cluster("idfdev").behave(application.name(), Behaviour.normal());
    }

    @Test
    void whatFailedIsResolvedInItsTask() {
        ApplicationId application = pending();
        cluster("idfdev").behave(application.name(), Behaviour.fails("no such image"));
        request = awaitStanding(ask("dev", application), Failed.class::isInstance);

        assertRefused(400, () -> post("dev", fields("withdraw"))).contains("Resolve the failed sync");
    }

    @Test
    void whatHasEndedIsNotAmended() {
        amend("dev", request.id().text(), "withdraw");
        await().atMost(PATIENCE)
                .until(() -> recorded(request).stream()
                                .filter(Kind.NOTICE_DELIVERED::equals)
                                .count()
                        == 2);

        assertRefused(400, () -> post("dev", fields("withdraw"))).contains("has ended already");
        assertRefused(400, () -> post("dev", fields("retarget"))).contains("has ended already");
    }

    @Test
    void ofTwoAmendmentsAtOnceOneWinsAndTheOtherIsTold() {
        List<HttpResponse<String>> answers =
                AtOnce.all(() -> post("dev", fields("withdraw")), () -> post("admin", fields("withdraw")));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 400);
        answers.stream()
                .filter(answer -> answer.statusCode() == 400)
                .forEach(answer ->
                        assertThat(tree(answer.body()).path("message").asText()).contains("has ended already"));
        assertThat(((Ended) awaitEnd(request).standing()).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(recorded(request)).containsOnlyOnce(Kind.WITHDRAWN);
    }

    @Test
    void aWithdrawalAndAnOkayAtOnceEndTheRequest() {
        String task = awaitTask(request, "approveDeployment");

        List<HttpResponse<String>> answers = AtOnce.all(
                () -> post("dev", fields("withdraw")),
                () -> complete(signedIn("rel"), task, Map.of("decision", "approve")));

        assertThat(answers.get(0).statusCode()).as(answers.get(0).body()).isEqualTo(200);
        assertThat(answers.get(1).statusCode()).as(answers.get(1).body()).isLessThan(500);
        assertThat(((Ended) awaitEnd(request).standing()).outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "approvals", "channels", "minimumNotice", "practice", "gate", "agreement", "told"})
    void aPracticeOfOnesOwnIsRefused(String name) {
        ApplicationId application = pendingApproval();
        Map<String, Object> wish = wish(application);
        wish.put(name, "at-will");

        HttpResponse<String> answer = start(signedIn("dev"), wish);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer.body()).path("message").asText()).contains("no field " + name);
        assertThat(requests.openFor(application)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "part-sync",
                "part-notice",
                "part-delivery",
                "part-approval",
                "path-at-will",
                "path-courtesy-notice",
                "path-release-manager-approval",
                "path-team-consensus",
                "path-change-board"
            })
    void nobodyStartsAPartOfItByHand(String process) {
        for (String person : List.of("dev", "rel", "admin")) {
            long before = started(person, process);
            HttpResponse<String> answer =
                    start(signedIn(person), process, Map.of("outcome", "deployed", "notice", 1, "told", true));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(tree(answer.body()).path("message").asText()).contains("Nobody starts it by hand");
            assertThat(started(person, process)).isEqualTo(before);
        }
    }

    private long started(String person, String process) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .startedBy(person)
                .rootProcessInstances()
                .count();
    }

    private Map<String, Object> fields(String action) {
        return Map.of("request", request.id().text(), "action", action, "reason", "Superseded by another branch");
    }

    private HttpResponse<String> post(String person, Map<String, Object> fields) {
        return start(signedIn(person), "amend-request", fields);
    }

    @Test
    void nobodyRetargetsAVoidRequestToWhatTheirFormDidNotShow() {
        makeVoid(request);
        String task = awaitTask(request, "reconsiderRequest");
        String shown = request.agreement().target().get(0);
        commit(request);

        assertRefused(
                        400,
                        () -> complete(
                                signedIn("dev"), task, Map.of("action", "retarget", "reason", "", "pending", shown)))
                .contains("has become the pending revision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void aVariableThatTheTasksFormDoesNotHaveIsRefusedByName(String call) {
        makeVoid(request);
        String task = awaitTask(request, "reconsiderRequest");
        Map<String, Object> variables = new TreeMap<>(tasks.getVariables(task));
        for (String name : List.of("outcome", "path", "agreement", "about", "why", "decision", "request", "Action")) {
            Map<String, Object> fields =
                    Map.of("action", "withdraw", "reason", "Superseded by another branch", name, "withdrawn");

            assertRefused(400, () -> signedIn("dev").enginePost("/task/" + task + "/" + call, json(body(fields))))
                    .contains("no field " + name);
        }

        assertThat(awaitTask(request, "reconsiderRequest")).isEqualTo(task);
        assertThat(new TreeMap<>(tasks.getVariables(task))).isEqualTo(variables);
    }

    private static Map<String, Object> body(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    /** Answers the message of what has to be refused with this status and change nothing. */
    private AbstractStringAssert<?> assertRefused(int status, Supplier<HttpResponse<String>> attempt) {
        awaitTold(request);
        Kept before = kept();
        HttpResponse<String> answer = attempt.get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(kept()).isEqualTo(before);
        return assertThat(tree(answer.body()).path("message").asText()).doesNotStartWith("Cannot instantiate");
    }

    private Kept kept() {
        return new Kept(
                now(request).standing(),
                now(request).agreementNumber(),
                recorded(request),
                history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("amend-request")
                        .processInstanceBusinessKey(request.id().text())
                        .count());
    }

    private record Kept(Standing standing, int agreement, List<Kind> recorded, long amendments) {}
}
