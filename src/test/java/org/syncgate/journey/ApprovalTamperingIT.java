package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractStringAssert;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.Browser;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.Approval;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing;
import org.syncgate.request.Standing.Ended;

/** S4 by whatever client: an okay is given by somebody else, who is asked, for what they saw, and nothing else is changed. */
class ApprovalTamperingIT extends AmendJourney {

    private static final Map<String, Object> APPROVE = Map.of("decision", "approve");

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    private DeploymentRequest request;
    private String task = "";

    @BeforeEach
    void aDeveloperAsks() {
        request = untouched("dev");
        task = awaitTask(request, "approveDeployment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "complete", "submit-form"})
    void aRequesterWhoIsInTheGroupThemselvesCannotWorkOnTheApproval(String call) {
        request = askForApproval("rel");
        awaitClock(request);
        task = awaitTask(request, "approveDeployment");

        assertRefused(403, () -> post("rel", call, call.equals("claim") ? Map.of("userId", "rel") : variables(APPROVE)))
                .contains("You asked for this deployment yourself", "nobody approves their own request");
    }

    @ParameterizedTest
    @CsvSource({
        "dev, claim",
        "dev2, claim",
        "dev2, complete",
        "dev2, submit-form",
        "coord, complete",
        "admin, submit-form",
        "admin, claim"
    })
    void whoeverIsNotAskedCannotWorkOnTheApproval(String person, String call) {
        assertRefused(
                        403,
                        () -> post(person, call, call.equals("claim") ? Map.of("userId", person) : variables(APPROVE)))
                .isNotBlank();
    }

    @Test
    void whoeverHasLeftTheGroupsThatAreAskedIsRefusedAlthoughTheirSessionDoesNotKnowYet() {
        Browser session = signedIn(Guest.LEAVER);
        jdbc.sql("update syncgate.person set groups = '{developers}' where id = :id")
                .param("id", Guest.LEAVER)
                .update();

        assertRefused(400, () -> complete(session, task, APPROVE))
                .isEqualTo("You are in none of the groups that are asked to approve this.");
        assertThat(given(1)).isEmpty();
    }

    @Test
    void whatSomebodyHasClaimedIsTheirsUntilTheyReleaseIt() {
        assertThat(post("rel", "claim", Map.of("userId", "rel")).statusCode()).isEqualTo(204);

        for (String call : List.of("complete", "submit-form")) {
            assertRefused(403, () -> post("rel2", call, variables(APPROVE)))
                    .contains("Rita Release has claimed this task");
        }
        assertRefused(403, () -> post("rel2", "claim", Map.of("userId", "rel2")))
                .isNotBlank();

        assertThat(post("rel", "unclaim", Map.of()).statusCode()).isEqualTo(204);
        assertThat(complete(signedIn("rel2"), task, APPROVE).statusCode()).isLessThan(300);
        assertThat(given(1)).extracting(Approval::approver).containsExactly("rel2");
    }

    @ParameterizedTest
    @CsvSource({"rel, dev2", "rel, dev", "dev, rel"})
    void nobodyClaimsItForSomebodyElse(String person, String other) {
        assertRefused(403, () -> post(person, "claim", Map.of("userId", other))).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement", "group", "groups", "tally", "gate", "nrOfInstances", "nrOfCompletedInstances", "request",
                "outcome", "path", "remindAt", "approvalExpiresAt", "about", "newer", "action", "Decision"
            })
    void aVariableThatTheFormDoesNotHaveIsRefusedByName(String name) {
        Map<String, Object> fields = new HashMap<>(APPROVE);
        fields.put(name, "2");

        for (String call : List.of("complete", "submit-form")) {
            assertRefused(400, () -> post("rel", call, variables(fields))).contains("no field " + name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void whatIsNoDecisionIsRefused(String call) {
        for (Object decision : List.of("", "APPROVE", "<b>approve</b>", "approve,reject", "yes", "${'approve'}")) {
            assertRefused(400, () -> post("rel", call, variables(Map.of("decision", decision))))
                    .contains("approve or reject");
        }
        assertRefused(400, () -> post("rel", call, variables(Map.of()))).contains("approve or reject");
        for (Object decision : List.of(1, true, List.of("approve"), Map.of("approve", true))) {
            assertRefused(400, () -> post("rel", call, variables(Map.of("decision", decision))))
                    .contains("'decision'", "text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too short", "         x         "})
    void aRejectionWithoutAWordIsRefused(String comment) {
        assertRefused(400, () -> complete(signedIn("rel"), task, Map.of("decision", "reject", "comment", comment)))
                .contains("at least 10 characters");
    }

    @Test
    void aCommentThatIsTooLongOrCannotBeKeptIsRefused() {
        assertRefused(400, () -> complete(signedIn("rel"), task, approval("x".repeat(2001))))
                .contains("'comment'", "2000");
        assertRefused(400, () -> complete(signedIn("rel"), task, approval("Fine\0")))
                .contains("'comment'", "stored");
        assertRefused(400, () -> post("rel", "complete", variables(Map.of("decision", "approve", "comment", 7))))
                .contains("'comment'", "text");
    }

    @Test
    void aCommentIsKeptAsItIsWrittenUpToItsLength() {
        String comment = "<script>alert(1)</script> {{1 + 1}} " + "x".repeat(1900);

        approve("rel", request, comment);

        assertThat(given(1)).singleElement().satisfies(okay -> {
            assertThat(okay.comment()).isEqualTo(comment);
            assertThat(okay.approver()).isEqualTo("rel");
            assertThat(okay.revisions()).isEqualTo(request.agreement().target());
        });
        assertThat(signedIn("dev").get("/requests/" + request.id()).body()).doesNotContain("<script>alert(1)");
    }

    @Test
    void anOkayWithoutAClaimIsWhoseWhoGaveIt() {
        assertThat(post("rel", "complete", variables(APPROVE)).statusCode()).isLessThan(300);

        assertThat(given(1))
                .singleElement()
                .satisfies(okay -> assertThat(okay.approver()).isEqualTo("rel"));
    }

    @Test
    void aRejectionEndsTheRequestWithWhoAndWhy() {
        HttpResponse<String> answer = complete(
                signedIn("rel"), task, Map.of("decision", "reject", "comment", "Not in the week of the review"));

        assertThat(answer.statusCode()).isLessThan(300);
        assertThat(((Ended) awaitEnd(request).standing()).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(now(request).standing().words()).contains("Not in the week of the review");
        assertThat(recorded(request)).contains(Kind.REJECTED).doesNotContain(Kind.APPROVED, Kind.SYNC_GRANTED);
        await().atMost(PATIENCE).until(() -> openTasks().isEmpty());
    }

    @Test
    void anOkayForWhatWasAgreedBeforeDoesNotCount() {
        Browser rel = signedIn("rel");
        assertThat(rel.enginePost("/task/" + task + "/claim", json(Map.of("userId", "rel")))
                        .statusCode())
                .isEqualTo(204);
        commit(request);
        amend("dev", request.id().text(), "retarget");

        HttpResponse<String> answer = complete(rel, task, approval("Seen on the int environment"));

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404);
        assertThat(message(answer)).containsAnyOf("no longer stands", "somebody has decided on it meanwhile");
        assertThat(now(request).agreementNumber()).isEqualTo(2);
        assertThat(given(1)).isEmpty();
        assertThat(given(2)).isEmpty();
        String next = await().atMost(PATIENCE)
                .until(() -> awaitTask(request, "approveDeployment"), found -> !found.equals(task));
        assertThat(tasks.createTaskQuery().taskId(next).singleResult().getAssignee())
                .isNull();
        approve("rel", request, "Seen on the int environment");
        assertThat(given(2))
                .singleElement()
                .satisfies(okay -> assertThat(okay.revisions()).containsExactly(NEWER));
    }

    @Test
    void anOkayThatWasGivenDoesNotCountForAnotherRevision() {
        approve("rel", request, "");
        commit(request);
        amend("dev", request.id().text(), "retarget");

        awaitTask(request, "approveDeployment");

        assertThat(approvals.tally(now(request)).missing()).contains("release-managers");
    }

    @Test
    void completingTwiceCountsOnce() {
        assertThat(complete(signedIn("rel"), task, APPROVE).statusCode()).isLessThan(300);

        HttpResponse<String> again = complete(signedIn("rel"), task, APPROVE);

        assertThat(again.statusCode()).as(again.body()).isEqualTo(404);
        assertThat(message(again)).contains("somebody has decided on it meanwhile");
        assertThat(given(1)).hasSize(1);
    }

    @Test
    void nobodyCountsTwiceInAQuorumOfTwo() {
        askTheTeam("rel");
        assertThat(complete(signedIn("dev"), task, APPROVE).statusCode()).isLessThan(300);
        nextTask();

        assertRefused(403, () -> complete(signedIn("dev"), task, APPROVE))
                .contains("You have approved", "somebody else");
        assertRefused(403, () -> post("dev", "claim", Map.of("userId", "dev"))).contains("You have approved");
        assertThat(given(1)).hasSize(1);
    }

    @Test
    void twoWhoDecideAtOnceOnOneTaskAreNeverAFaultOfOurs() {
        for (int round = 0; round < 5; round++) {
            askTheTeam("rel");
            String one = task;

            List<HttpResponse<String>> answers = AtOnce.all(
                    () -> complete(signedIn("dev"), one, APPROVE), () -> complete(signedIn("dev2"), one, APPROVE));

            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isLessThan(500));
            assertThat(given(1))
                    .hasSize((int) answers.stream()
                            .filter(answer -> answer.statusCode() < 300)
                            .count())
                    .isNotEmpty();
            answers.stream()
                    .filter(answer -> answer.statusCode() >= 300)
                    .forEach(answer -> assertThat(message(answer))
                            .containsAnyOf(
                                    "somebody has decided on it meanwhile",
                                    "at the same moment",
                                    "somebody has just decided on it"));
        }
    }

    @Test
    void oneWhoPressesTwiceAtOnceCountsOnce() {
        List<HttpResponse<String>> answers = AtOnce.all(
                () -> complete(signedIn("rel"), task, APPROVE), () -> complete(signedIn("rel"), task, APPROVE));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500));
        assertThat(given(1)).hasSize(1);
    }

    @Test
    void whoeverRejectsWhileAnotherApprovesEndsItOrComesTooLate() {
        askTheTeam("rel");
        String one = task;

        List<HttpResponse<String>> answers = AtOnce.all(
                () -> complete(signedIn("dev"), one, APPROVE),
                () -> complete(
                        signedIn("dev2"), one, Map.of("decision", "reject", "comment", "Not while the run is on")));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500));
        assertThat(given(1).isEmpty()).isEqualTo(!now(request).isOpen());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST   | /task/TASK/delegate                  | {"userId": "dev"}
            POST   | /task/TASK/resolve                   | {}
            POST   | /task/TASK/assignee                  | {"userId": "dev"}
            POST   | /task/TASK/identity-links            | {"userId": "dev", "type": "candidate"}
            POST   | /task/TASK/identity-links            | {"groupId": "developers", "type": "candidate"}
            POST   | /task/TASK/identity-links/delete     | {"groupId": "release-managers", "type": "candidate"}
            POST   | /task/TASK/bpmnError                 | {"errorCode": "requestOver"}
            POST   | /task/TASK/bpmnEscalation            | {"escalationCode": "x"}
            POST   | /task/TASK/variables                 | {"modifications": {"agreement": {"value": 2}}}
            PUT    | /task/TASK/variables/agreement       | {"value": 2, "type": "Integer"}
            PUT    | /task/TASK/localVariables/group      | {"value": "developers", "type": "String"}
            DELETE | /task/TASK/variables/agreement       |
            DELETE | /task/TASK                           |
            PUT    | /task/TASK                           | {"name": "Nothing to see"}
            POST   | /message                             | {"messageName": "approvalSettled", "all": true}
            POST   | /message                             | {"messageName": "requestWithdrawn", "businessKey": "REQUEST"}
            POST   | /message                             | {"messageName": "requestRetargeted", "businessKey": "REQUEST"}
            POST   | /signal                              | {"name": "approvalSettled"}
            POST   | /execution/EXECUTION/messageSubscriptions/approvalSettled/trigger | {}
            POST   | /execution/EXECUTION/signal          | {}
            PUT    | /execution/EXECUTION/localVariables/group | {"value": "developers", "type": "String"}
            POST   | /process-instance/PROCESS/modification | {"instructions": [{"type": "startBeforeActivity", "activityId": "askGroup"}]}
            PUT    | /process-instance/PROCESS/variables/groups | {"value": "developers", "type": "String"}
            PUT    | /process-instance/PROCESS/suspended  | {"suspended": true}
            DELETE | /process-instance/PROCESS            |
            """)
    void theEnginesOtherWaysToTheTaskAreShut(String method, String path, String body) {
        Task open = tasks.createTaskQuery().taskId(task).singleResult();
        String call = "/camunda/api/engine/engine/default"
                + path.replace("TASK", task)
                        .replace("EXECUTION", open.getExecutionId())
                        .replace("PROCESS", open.getProcessInstanceId());
        String content =
                body == null ? "" : body.replace("REQUEST", request.id().text());

        for (String person : List.of("dev", "rel", "admin")) {
            assertRefused(403, () -> signedIn(person).call(method, call, content));
        }
    }

    private void askTheTeam(String person) {
        ApplicationId application = copyOf("summit", "nightreport");
        Map<String, Object> wish = wish(application);
        wish.put("change", "cosmetic");
        HttpResponse<String> answer = start(signedIn(person), wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        request = requests.openFor(application).orElseThrow();
        awaitClock(request);
        task = awaitTask(request, "approveDeployment");
    }

    private void nextTask() {
        String before = task;
        task = await().atMost(PATIENCE)
                .until(() -> awaitTask(request, "approveDeployment"), found -> !found.equals(before));
    }

    private List<Approval> given(int agreement) {
        return approvals.of(request.id(), agreement);
    }

    private static Map<String, Object> approval(String comment) {
        return Map.of("decision", "approve", "comment", comment);
    }

    private static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    private HttpResponse<String> post(String person, String call, Map<String, Object> body) {
        return signedIn(person).enginePost("/task/" + task + "/" + call, json(body));
    }

    /** Answers the message of what has to be refused with this status and change nothing. */
    private AbstractStringAssert<?> assertRefused(int status, Supplier<HttpResponse<String>> attempt) {
        awaitTold(request);
        Kept before = kept();
        HttpResponse<String> answer = attempt.get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(kept()).isEqualTo(before);
        return assertThat(message(answer)).doesNotContain("Cannot submit", "Cannot complete", "org.camunda");
    }

    private static String message(HttpResponse<String> answer) {
        JsonNode body = answer.body().startsWith("{") ? tree(answer.body()) : tree("{}");
        return body.path("message").asText();
    }

    private List<Task> openTasks() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(request.id().text())
                .list();
    }

    private Kept kept() {
        return new Kept(
                now(request).standing(),
                now(request).agreementNumber(),
                given(now(request).agreementNumber()),
                recorded(request),
                openTasks().stream()
                        .map(open -> open.getId() + " of " + open.getAssignee() + " " + open.getName() + " "
                                + tasks.getIdentityLinksForTask(open.getId()).size() + " "
                                // in an order of its own, since the database gives them in any
                                + new TreeMap<>(tasks.getVariables(open.getId())))
                        .toList());
    }

    private record Kept(
            Standing standing, int agreement, List<Approval> approvals, List<Kind> recorded, List<String> tasks) {}
}
