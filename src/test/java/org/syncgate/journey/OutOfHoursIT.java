package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.Browser;
import org.syncgate.model.Moments;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.TimeTalk;
import org.syncgate.request.TimeTalks;

/** Agreeing on a time by whatever client: each party for itself, about what it saw, and nothing else is changed. */
class OutOfHoursIT extends CoordinatedJourney {

    @Autowired
    TimeTalks talks;

    @Autowired
    JdbcClient jdbc;

    private DeploymentRequest request;

    @BeforeEach
    void aDeveloperAsksForTheForum() {
        request = askOutOfHours("dev", copyOf("community", "discourse"), "expected");
    }

    @Test
    void whatTheOtherProposesIsAcceptedAndAnnounced() {
        Instant agreed = fitting("community", 5);
        answered(request, "dev", "requester", "propose", fitting("community", 3));
        answered(request, "forum", "forum-team", "propose", agreed);
        assertThat(page())
                .contains("Time of the sync", "Asked: <strong>Devi Developer</strong>", "Fay Forum for forum-team")
                .contains("Replaced", "At a time that all have agreed on");
        answered(request, "dev", "requester", "accept", agreed);

        await().atMost(PATIENCE).until(() -> recorded(request).contains(Kind.CLOCK_STARTED));
        assertThat(now(request).standing().words()).contains("The sync is agreed for " + Moments.time(agreed));
        assertThat(page())
                .contains(
                        "Agreed: <strong>" + Moments.time(agreed),
                        ", the agreed time",
                        "Fay Forum for forum-team; Devi");
        assertThat(recorded(request)).doesNotContain(Kind.SYNC_GRANTED);
    }

    @Test
    void whatAFormShowedAndNoLongerStandsCannotBeAccepted() {
        Instant first = fitting("community", 3);
        answered(request, "dev", "requester", "propose", first);
        answered(request, "forum", "forum-team", "propose", fitting("community", 5));
        String shown = awaitTaskOf(request, "requester");
        answered(request, "dev", "requester", "propose", fitting("community", 6));

        for (String call : List.of("submit-form", "complete")) {
            HttpResponse<String> answer = post("dev", shown, call, fields("accept", ""));
            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(message(answer)).containsAnyOf("no longer stands", "somebody has decided on it meanwhile");
        }
        assertThat(recorded(request)).doesNotContain(Kind.TIME_ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "complete", "submit-form"})
    void theRequesterDoesNotAnswerForAGroupOfTheirs(String call) {
        request = askOutOfHours("rel", copyOf("idfprod", "gafaelfawr"), "extended");
        answered(request, "rel", "requester", "propose", fitting("science", 10));

        assertRefused(403, "rel", "release-managers", call)
                .contains("You asked for this deployment yourself", "Somebody else of that group has to");
        answered(request, "rel2", "release-managers", "accept", fitting("science", 10));
    }

    @ParameterizedTest
    @CsvSource({"dev2, requester", "forum, requester", "admin, requester", "coord, forum-team", "admin, forum-team"})
    void whoeverIsNotAskedAnswersForNobody(String person, String party) {
        if (party.equals("forum-team")) {
            answered(request, "dev", "requester", "propose", fitting("community", 3));
        }

        for (String call : List.of("claim", "complete", "submit-form")) {
            assertRefused(403, person, party, call).isNotBlank();
        }
    }

    @Test
    void whoeverHasLeftTheGroupIsRefusedAlthoughTheirSessionDoesNotKnowYet() {
        answered(request, "dev", "requester", "propose", fitting("community", 3));
        Browser session = signedIn(Guest.LEAVER);
        jdbc.sql("update syncgate.person set groups = '{}' where id = :id")
                .param("id", Guest.LEAVER)
                .update();

        HttpResponse<String> answer = complete(session, awaitTaskOf(request, "forum-team"), fields("accept", ""));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).isEqualTo("You are not in forum-team, which is asked.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement",
                "proposal",
                "group",
                "groups",
                "coordination",
                "agreedTime",
                "slot",
                "gate",
                "outcome",
                "expiresAt",
                "remindAt",
                "proposed",
                "terms",
                "Time",
                "nrOfCompletedInstances"
            })
    void aVariableThatTheFormDoesNotHaveIsRefusedByName(String name) {
        Map<String, Object> fields = fields("propose", written(fitting("community", 3)));
        fields.put(name, "2");

        for (String call : List.of("complete", "submit-form")) {
            HttpResponse<String> answer = post("dev", awaitTaskOf(request, "requester"), call, fields);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(message(answer)).contains("no field " + name);
        }
        assertThat(said().proposals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            propose  |                          | Say which time you propose
            propose  | soon                     | is no date and time
            propose  | 2020-01-01T00:00         | is past
            propose  | 2020-01-01T00:00-03:00   | is past
            propose  | 2999-01-01T00:00         | is too late
            accept   |                          | There is no time to accept yet
            PROPOSE  | 2999-01-01T00:00         | Choose what you do
            approve  |                          | Choose what you do
                     |                          | Choose what you do
            """)
    void whatCannotBeMeantIsRefusedWithASentence(String decision, String time, String sentence) {
        Map<String, Object> fields = fields(decision == null ? "" : decision, time == null ? "" : time);

        for (String call : List.of("complete", "submit-form")) {
            HttpResponse<String> answer = post("dev", awaitTaskOf(request, "requester"), call, fields);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(message(answer)).contains(sentence);
        }
        assertThat(said().proposals()).isEmpty();
    }

    @Test
    void aFieldThatIsNoTextOrTooLongIsRefused() {
        String task = awaitTaskOf(request, "requester");
        for (Object time : List.of(7, true, List.of("2026-03-14T03:00"))) {
            Map<String, Object> fields = fields("propose", "");
            fields.put("time", time);
            HttpResponse<String> answer = post("dev", task, "complete", fields);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(message(answer)).contains("'time'", "text");
        }
        Map<String, Object> fields = fields("propose", written(fitting("community", 3)));
        fields.put("comment", "x".repeat(2001));
        assertThat(message(post("dev", task, "complete", fields))).contains("'comment'", "2000");
        assertThat(said().proposals()).isEmpty();
    }

    @Test
    void twoWhoAnswerAtOnceAreNeverAFaultOfOurs() {
        for (int round = 0; round < 3; round++) {
            request = askOutOfHours("dev", copyOf("community", "discourse"), "expected");
            Instant time = fitting("community", 3);
            answered(request, "dev", "requester", "propose", time);
            String task = awaitTaskOf(request, "forum-team");
            Browser one = signedIn("forum");
            Browser other = Browser.of(url(), "forum");

            List<HttpResponse<String>> answers = AtOnce.all(
                    () -> complete(one, task, fields("accept", "")), () -> complete(other, task, fields("accept", "")));

            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isLessThan(500));
            assertThat(said().acceptances()).hasSize(1);
            assertThat(recorded(request)).containsOnlyOnce(Kind.TIME_ACCEPTED, Kind.TIME_AGREED);
        }
    }

    @Test
    void theLinkLeadsEachToTheirOwnTask() {
        request = askOutOfHours("rel", copyOf("idfprod", "gafaelfawr"), "extended");
        assertThat(linked("rel")).endsWith(awaitTaskOf(request, "requester"));
        answered(request, "rel", "requester", "propose", fitting("science", 10));

        String theirs = awaitTaskOf(request, "release-managers");
        assertThat(linked("rel2")).endsWith(theirs);
        assertThat(linked("rel")).endsWith("/requests/" + request.id());
    }

    private String linked(String person) {
        return signedIn(person)
                .get("/requests/" + request.id() + "/task")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private AbstractStringAssert<?> assertRefused(int status, String person, String party, String call) {
        String task = awaitTaskOf(request, party);
        TimeTalk before = said();
        HttpResponse<String> answer = call.equals("claim")
                ? signedIn(person).enginePost("/task/" + task + "/claim", json(Map.of("userId", person)))
                : post(person, task, call, fields("accept", ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(said()).isEqualTo(before);
        return assertThat(message(answer));
    }

    private HttpResponse<String> post(String person, String task, String call, Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return signedIn(person).enginePost("/task/" + task + "/" + call, json(Map.of("variables", variables)));
    }

    private static String message(HttpResponse<String> answer) {
        JsonNode body = answer.body().startsWith("{") ? tree(answer.body()) : tree("{}");
        return body.path("message").asText();
    }

    private TimeTalk said() {
        return talks.of(request.id(), 1);
    }

    private String page() {
        return signedIn("dev").get("/requests/" + request.id()).body();
    }
}
