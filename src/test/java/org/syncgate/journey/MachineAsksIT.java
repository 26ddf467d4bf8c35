package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.access.Machine;
import org.syncgate.demo.TableOwner;
import org.syncgate.model.ApplicationId;
import org.syncgate.process.Asked;
import org.syncgate.process.AskedByMachine;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.MachineAsks;

/** What machines ask for, and what comes of it. */
class MachineAsksIT extends MachineJourney {

    /** As many as {@code spring.datasource.hikari.maximum-pool-size}, and one more. */
    private static final int MORE_THAN_CONNECTIONS = 31;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TableOwner owner;

    @Autowired
    AskedByMachine asking;

    @Autowired
    MachineAsks asks;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aMachineBringsAnApplicationToWhatIsPendingWithTwoCalls() {
        ApplicationId application = pending();

        HttpResponse<String> asked = machine("ci").ask(body(application));

        assertThat(asked.statusCode()).isEqualTo(201);
        JsonNode opened = request(asked);
        String location = asked.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .isEqualTo(Pipeline.REQUESTS + "/" + opened.get("id").asText());
        JsonNode ended = request(machine("ci").get(location + "?wait=PT30S"));
        assertThat(ended.get("status").asText()).isEqualTo("ended");
        assertThat(ended.get("outcome").asText()).isEqualTo("deployed");
        assertThat(ended.get("application").asText()).isEqualTo(application.toString());
        assertThat(ended.get("path").asText()).isEqualTo("at-will");
        assertThat(ended.get("page").asText())
                .endsWith("/requests/" + opened.get("id").asText());
        assertThat(ended.has("endedAt")).isTrue();
        assertThat(ended.has("expiresAt")).isFalse();
        assertThat(ended.get("record").findValuesAsText("what"))
                .startsWith("Request opened", "Asked for by a machine")
                .endsWith("Deployed");
        assertThat(cluster("idfdev").syncsSeen(application.name())).isEqualTo(1);
        assertThat(cluster("idfdev")
                        .application(application.name())
                        .at("/status/operationState/syncResult/revision")
                        .asText())
                .isEqualTo(ended.get("target").get(0).asText());
    }

    @Test
    void aMachinesRequestIsItsOwnersAndTheRecordSaysWhichMachineAsked() {
        DeploymentRequest request = askAs("ci", pending());

        assertThat(request.wish().requester()).isEqualTo("dev");
        Entry opened = records.of(request.id()).get(0);
        assertThat(opened.kind()).isEqualTo(Kind.REQUEST_OPENED);
        assertThat(opened.who()).isEqualTo("dev");
        Entry asked = records.of(request.id()).get(1);
        assertThat(asked.kind()).isEqualTo(Kind.ASKED_BY_MACHINE);
        assertThat(asked.who()).isEqualTo("machine:ci");
        assertThat(asked.why())
                .isEqualTo("ci asked for it. It counts as asked for by its owner, Devi Developer (dev).");
        assertThat(asked.revisions()).isEqualTo(request.agreement().target());
    }

    @Test
    void neitherTheOwnerNorTheTokenApprovesWhatTheMachineAskedFor() {
        DeploymentRequest request = askAs("release-ci", pendingApproval());
        String task = awaitTask(request, "approveDeployment");
        String complete = "/camunda/api/engine/engine/default/task/" + task + "/complete";

        assertThat(complete(signedIn("rel"), task, approval()).statusCode()).isEqualTo(403);
        assertThat(machine("release-ci")
                        .call("POST", complete, "{}", call -> call.header("Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(401);

        JsonNode seen = request(machine("release-ci").get(path(request)));
        assertThat(seen.get("status").asText()).isEqualTo("waiting");
        assertThat(seen.get("waitsFor"))
                .anySatisfy(line -> assertThat(line.asText()).isEqualTo("Approvals missing: 1 of release-managers"));
        assertThat(seen.get("waitsFor"))
                .anySatisfy(line -> assertThat(line.asText()).startsWith("Earliest sync: "));
        assertThat(seen.has("expiresAt")).isTrue();
        approve("rel2", request, "");
        assertThat(recorded(request)).contains(Kind.APPROVED);
    }

    @Test
    void anOwnerWhoMayNotStartADeploymentHasNoMachineThatMay() {
        ApplicationId application = pending();

        assertProblem(
                machine("coordinators-ci").ask(body(application)),
                403,
                "by its owner, Cora Coordinator, who may not. Only members of developers, release-managers,");
        assertThat(requests.openFor(application)).isEmpty();
    }

    @Test
    void anOwnerWhoHasNeverSignedInHasNoMachineThatMay() {
        assertProblem(machine("orphan-ci").ask(body(pending())), 403, "nobody, has never signed in here");
    }

    @Test
    void whereGroupsStandInTheConfigurationAnOwnerNeedNotSignInAgain() {
        jdbc.sql("update syncgate.person set seen_at = seen_at - interval '10 years' where id = 'dev'")
                .update();

        askAs("ci", pending());
    }

    @Test
    void aMachineMayBeLimitedToSomeApplications() {
        ApplicationId application = pending();

        assertProblem(
                machine("narrow-ci").ask(body(application)),
                403,
                "lets narrow-ci ask for idfint/*, */tap, and " + application + " is not among them");
        assertThat(requests.openFor(application)).isEmpty();
    }

    @Test
    void whatTheFormRefusesIsRefusedInTheSameWords() {
        Map<String, Object> wish = wish(pending());
        wish.put("disruption", "some");
        wish.put("reason", "short");
        assertProblem(
                machine("ci").ask(json(wish)),
                422,
                "Say what disruption users will notice: none, expected or extended. The reason has to have 10");
        assertProblem(machine("ci").ask("{}"), 422, "Say what disruption");
        assertProblem(machine("ci").ask(body(new ApplicationId("idfdev", "nowhere"))), 422, "There is no application");
        Map<String, Object> hidden = wish(pending());
        hidden.put("reason", "Needed for \u202E the run");
        assertProblem(machine("ci").ask(json(hidden)), 422, "characters that cannot be stored");
        hidden.put("reason", "Needed for \u0000 the run");
        assertProblem(machine("ci").ask(json(hidden)), 422, "characters that cannot be stored");
    }

    @Test
    void aSecondRequestForAnApplicationIsRefusedAndNamesTheFirst() {
        DeploymentRequest first = askForApproval("dev2");

        assertProblem(
                machine("ci").ask(body(first.agreement().application())),
                409,
                "has an open request already: " + first.id() + " by Dan Developer");
    }

    @Test
    void theSameAskedAgainIsTheSameRequest() {
        ApplicationId application = pendingApproval();
        String key = key();
        HttpResponse<String> first = machine("ci").ask(key, body(application));
        Map<String, Object> shuffled = new LinkedHashMap<>();
        wish(application).entrySet().stream()
                .sorted(Map.Entry.<String, Object>comparingByKey().reversed())
                .forEach(field -> shuffled.put(field.getKey(), field.getValue()));

        HttpResponse<String> again = machine("ci").ask(key, json(shuffled));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(request(again).get("id")).isEqualTo(request(first).get("id"));
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void aKeyIsForOneWishOfOneMachine() {
        String key = key();
        askWith("ci", key, pendingApproval(), 201);

        assertProblem(machine("ci").ask(key, body(pending())), 422, "Take a new key for each wish");

        askWith("other-ci", key, pendingApproval(), 201);
    }

    @Test
    void whatWasRefusedIsNotKeptUnderItsKey() {
        ApplicationId application = pendingApproval();
        String key = key();
        Map<String, Object> faulty = new HashMap<>(wish(application));
        faulty.put("reason", "short");
        assertProblem(machine("ci").ask(key, json(faulty)), 422, "The reason has to have");

        askWith("ci", key, application, 201);
    }

    @Test
    void whatIsCutOffBeforeItIsKeptLeavesNothingAndCanBeAskedAgainWithItsKey() {
        ApplicationId application = pendingApproval();
        String key = key();
        Machine ci = new Machine("ci", "dev", List.of());
        Map<String, String> fields = new HashMap<>();
        wish(application).forEach((name, value) -> fields.put(name, value.toString()));

        transaction.executeWithoutResult(status -> {
            assertThat(asking.ask(ci, key, fields)).isInstanceOf(Asked.Opened.class);
            status.setRollbackOnly();
        });

        assertThat(requests.openFor(application)).isEmpty();
        assertThat(asks.find("ci", key)).isEmpty();
        askWith("ci", key, application, 201);
    }

    @Test
    void fourAtOnceWithOneKeyOpenOneRequest() {
        ApplicationId application = pendingApproval();
        String key = key();
        String body = body(application);
        String token = ISSUER.token("ci");

        var answers = AtOnce.all(
                () -> new Pipeline(url(), token).ask(key, body),
                () -> new Pipeline(url(), token).ask(key, body),
                () -> new Pipeline(url(), token).ask(key, body),
                () -> new Pipeline(url(), token).ask(key, body));

        Set<String> ids = new HashSet<>();
        answers.stream()
                .filter(answer -> answer.statusCode() != 409)
                .forEach(answer -> ids.add(request(answer).get("id").asText()));
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(MachineAsksIT::assertInWork);
        HttpResponse<String> later = machine("ci").ask(key, body);
        ids.add(request(later).get("id").asText());
        assertThat(ids).hasSize(1);
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(201);
        assertThat(jdbc.sql("select count(*) from syncgate.request where application = :name")
                        .param("name", application.name())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void whileAKeyIsBeingWorkedOnNobodyWaitsForItAndAfterwardsItCanBeSentAgain() {
        ApplicationId application = pendingApproval();
        String key = key();
        String body = body(application);

        transaction.executeWithoutResult(status -> {
            assertThat(asks.lock("ci", key)).isTrue();
            for (int call = 0; call < MORE_THAN_CONNECTIONS; call++) {
                assertInWork(machine("ci").ask(key, body));
            }
            askWith("ci", key(), pendingApproval(), 201);
        });

        assertThat(requests.openFor(application)).isEmpty();
        askWith("ci", key, application, 201);
    }

    @Test
    void whatAKeyHasOpenedIsFoundAlsoWhileAnotherLooksForIt() {
        ApplicationId application = pendingApproval();
        String key = key();
        askWith("ci", key, application, 201);

        transaction.executeWithoutResult(status -> {
            assertThat(asks.lock("ci", key)).isTrue();
            askWith("ci", key, application, 200);
        });
    }

    @Test
    void whatWasAskedUnderAKeyIsNeverRewritten() {
        askAs("ci", pendingApproval());

        assertThatThrownBy(() -> owner.sql()
                        .sql("update syncgate.machine_request set client = 'other-ci'")
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() ->
                        owner.sql().sql("delete from syncgate.machine_request").update())
                .hasMessageContaining("append-only");
    }

    private static void assertInWork(HttpResponse<String> answer) {
        assertProblem(answer, 409, "with this Idempotency-Key is just being worked on: send it again");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    private void askWith(String client, String key, ApplicationId application, int status) {
        HttpResponse<String> answer = machine(client).ask(key, body(application));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        request(answer);
    }
}
