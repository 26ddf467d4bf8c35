package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.syncgate.demo.DemoClock;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;
import org.syncgate.notice.SlackServer;
import org.syncgate.notice.SlackServer.Answer;
import org.syncgate.notice.SlackServer.Message;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Waiting;

/**
 * Notices to a Slack-shaped server that fails in all of its ways, and the clock that they start. In an application of its
 * own, since time is moved on.
 */
@Tag("own-application")
@DirtiesContext
@Import(NoticeCrashes.class)
@TestPropertySource(
        properties = {
            "syncgate.notice.pauses=1s,30m,30m",
            "syncgate.notice.slack.token=" + SlackServer.TOKEN,
            "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=PT0S,PT0S,PT0S"
        })
class NoticesOnSlackIT extends AmendJourney {

    private static final String CHANNEL = "#rsp-team";

    private static final SlackServer SLACK = SlackServer.start();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NoticeCrashes crashes;

    @DynamicPropertySource
    static void slack(DynamicPropertyRegistry registry) {
        registry.add("syncgate.notice.slack.base-url", SLACK::baseUrl);
        registry.add("syncgate.clusters[2].argocd-url", () -> "https://idfint.example.org/argo-cd");
    }

    /**
     * Lest what is answered to one test's notice is meant for another's, and what one leaves becomes due when the next
     * moves time on.
     */
    @AfterEach
    void allIsOverAndEverybodyIsTold() {
        SLACK.always(CHANNEL, Answer.OK);
        requests.open()
                .forEach(request -> start(
                        signedIn("admin"),
                        "amend-request",
                        Map.of("request", request.id().text(), "action", "withdraw", "reason", "Its test is over")));
        // also what could not be withdrawn, since it was being synced
        await().atMost(PATIENCE).until(() -> requests.open().isEmpty());
        await().atMost(PATIENCE).until(() -> jdbc.sql("""
                        select count(*) from syncgate.notice where delivered_at is null and abandoned_at is null
                        """).query(Long.class).single() == 0);
    }

    @Test
    void aCourtesyNoticeSaysWhatIsPlannedAndItsHourStartsWhenItIsDelivered() {
        DeploymentRequest request = ask("dev", upgrade());
        awaitClock(request);

        Message first = said(request).get(0);
        assertThat(first.asked().thread()).isEmpty();
        assertThat(first.asked().shown())
                .startsWith("Deployment of " + application(request) + " (science int): "
                        + Revisions.brief(request.agreement().deployed()) + " → "
                        + Revisions.brief(request.agreement().target()))
                .contains("Asked for by Devi Developer: Needed for the commissioning run tonight")
                .contains("Ticket: DM-4711", "Disruption: none", "Nature of the change: minor")
                .contains(
                        "Out of sync: ConfigMap nublado-config, Deployment nublado\nSync: 1 hour after this notice, so not"
                                + " before ")
                .contains("/requests/" + request.id() + "/task")
                .contains("https://idfint.example.org/argo-cd/applications/argocd/"
                        + request.agreement().application().name());
        assertThat(first.asked().text()).contains("Deployment of " + application(request));
        assertThat(now(request).standing().words())
                .contains(
                        "Announced on " + CHANNEL, "The notice of 1 hour elapses at " + Moments.time(elapses(request)));
    }

    @Test
    void itIsSyncedWithinFiveSecondsOfTheHourAndNotBefore() {
        DeploymentRequest request = ask("dev", upgrade());
        awaitClock(request);

        DemoClock.ofThisJvm().moveOn(Duration.ofMinutes(59));
        await().during(Duration.ofSeconds(3)).until(() -> now(request).standing() instanceof Waiting);
        DemoClock.ofThisJvm().moveOn(Duration.ofMinutes(1));

        await().atMost(Duration.ofSeconds(5)).until(() -> recorded(request).contains(Kind.SYNC_GRANTED));
        assertThat(outcome(request)).isEqualTo(Outcome.DEPLOYED);
        await().atMost(PATIENCE).until(() -> said(request).size() == 3);
        assertThat(said(request).get(1).asked().shown()).startsWith("The sync of " + application(request) + " ");
        assertThat(said(request).get(1).asked().shown()).contains(" begins");
        assertThat(said(request).get(2).asked().shown()).contains(" is deployed");
        assertThat(said(request).stream().skip(1))
                .allSatisfy(message -> assertThat(message.asked().thread())
                        .hasValue(said(request).get(0).ts()));
    }

    @Test
    void whileSlackFailsTheClockDoesNotRunAndTheRequestSaysSo() {
        SLACK.next(CHANNEL, Answer.status(500), Answer.error("internal_error"));
        DeploymentRequest request = ask("dev", upgrade());

        awaitWords(request, "Slack refused the message with internal_error", "so the notice clock does not run");
        assertThat(now(request).standing().words())
                .contains("could not be announced on " + CHANNEL, "The next try is at");
        assertThat(said(request)).isEmpty();
        DemoClock.ofThisJvm().moveOn(Duration.ofMinutes(30));
        awaitClock(request);

        assertThat(said(request)).hasSize(1);
        DemoClock.ofThisJvm().moveOn(Duration.ofMinutes(31));
        await().during(Duration.ofSeconds(3)).until(() -> now(request).standing() instanceof Waiting);
        DemoClock.ofThisJvm().moveOn(Duration.ofMinutes(30));
        assertThat(outcome(request)).isEqualTo(Outcome.DEPLOYED);
    }

    @Test
    void slackIsLeftAloneForAsLongAsItAsks() {
        SLACK.next(CHANNEL, Answer.rateLimited("600"));
        DeploymentRequest request = ask("dev", upgrade());
        awaitWords(request, "too many messages at once", "so the notice clock does not run");
        int asked = SLACK.asked().size();

        DemoClock.ofThisJvm().moveOn(Duration.ofMinutes(9));
        await().during(Duration.ofSeconds(3)).until(() -> SLACK.asked().size() == asked);
        DemoClock.ofThisJvm().moveOn(Duration.ofMinutes(1));

        awaitClock(request);
        assertThat(said(request)).hasSize(1);
    }

    @Test
    void whereTheAnswerComesTooLateTheMessageIsPostedOnceMoreAndTheSecondCounts() {
        SLACK.next(CHANNEL, Answer.LATE);
        DeploymentRequest request = ask("dev", upgrade());

        awaitClock(request);

        assertThat(said(request)).hasSize(2);
        assertThat(messageId(request)).isEqualTo(said(request).get(1).ts());
        withdraw(request);
        await().atMost(PATIENCE).until(() -> said(request).size() == 3);
        assertThat(said(request).get(2).asked().thread())
                .hasValue(said(request).get(1).ts());
    }

    @Test
    void aCrashBeforeThePostLosesNothing() {
        crashes.beforeThePost();
        DeploymentRequest request = ask("dev", upgrade());

        awaitClock(request);

        assertThat(crashes.happened()).isTrue();
        assertThat(said(request)).hasSize(1);
    }

    @Test
    void aCrashBetweenThePostAndItsCommitPostsASecondTimeAndNoMore() {
        crashes.afterThePost();
        DeploymentRequest request = ask("dev", upgrade());

        awaitClock(request);

        assertThat(crashes.happened()).isTrue();
        assertThat(said(request)).hasSize(2);
        assertThat(messageId(request)).isEqualTo(said(request).get(1).ts());
    }

    @Test
    void aCrashAfterSlacksAnswerWasRecordedPostsNothingTwice() {
        crashes.afterTheRecord();
        DeploymentRequest request = ask("dev", upgrade());

        awaitClock(request);

        assertThat(crashes.happened()).isTrue();
        assertThat(said(request)).hasSize(1);
        assertThat(recorded(request)).containsOnlyOnce(Kind.NOTICE_DELIVERED, Kind.CLOCK_STARTED);
    }

    @Test
    void whatCannotBeDeliveredIsAnAdministratorsToRetry() {
        DeploymentRequest request = askWhileSlackIsDown();
        String task = awaitTask(request, "resolveNotice");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getName())
                .contains(CHANNEL);
        assertThat(now(request).standing().words())
                .contains("is_archived", "the notice clock does not run", "An administrator has to resolve it");
        assertThat(inTheListOfAdministrators()).contains(task);
        assertThat(decide("dev", task, "retry").statusCode()).isEqualTo(403);

        SLACK.always(CHANNEL, Answer.OK);
        HttpResponse<String> answer = decide("admin", task, "retry");

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        awaitClock(request);
        assertThat(said(request)).hasSize(1);
        assertThat(recorded(request)).contains(Kind.NOTICE_FAILED, Kind.NOTICE_RETRY_DECIDED);
    }

    @Test
    void whatCannotBeDeliveredIsAnAdministratorsToEndTheRequestFor() {
        DeploymentRequest request = askWhileSlackIsDown();
        String task = awaitTask(request, "resolveNotice");

        HttpResponse<String> answer = decide("admin", task, "end");

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        assertThat(outcome(request)).isEqualTo(Outcome.GIVEN_UP);
        assertThat(said(request)).isEmpty();
        assertThat(recorded(request)).contains(Kind.NOTICE_ABANDONED).doesNotContain(Kind.CLOCK_STARTED);
        await().atMost(PATIENCE)
                .until(() -> runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(request.id().text())
                                .count()
                        == 0);
    }

    @Test
    void aVariableThatTheTasksFormDoesNotHaveIsRefusedByNameAndChangesNothing() {
        DeploymentRequest request = askWhileSlackIsDown();
        String task = awaitTask(request, "resolveNotice");
        Map<String, Object> variables = new TreeMap<>(tasks.getVariables(task));
        List<Kind> before = recorded(request);
        for (String name : List.of("notice", "delivery", "told", "ended", "retryAt", "outcome", "Action")) {
            Map<String, Object> fields =
                    Map.of("action", "end", "reason", "The channel is archived for good", name, "done");

            HttpResponse<String> answer = complete(signedIn("admin"), task, fields);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(tree(answer.body()).path("message").asText()).isEqualTo("The form has no field " + name + ".");
        }

        assertThat(awaitTask(request, "resolveNotice")).isEqualTo(task);
        assertThat(new TreeMap<>(tasks.getVariables(task))).isEqualTo(variables);
        assertThat(recorded(request)).isEqualTo(before);
        assertThat(now(request).standing()).isInstanceOf(Waiting.class);
        assertThat(decide("admin", task, "end").statusCode()).isLessThan(300);
        assertThat(outcome(request)).isEqualTo(Outcome.GIVEN_UP);
    }

    @Test
    void theOkayIsToldInTheThreadOfTheFirstNotice() {
        DeploymentRequest request = askForApproval("dev");
        awaitClock(request);

        approve("rel", request, "Seen on the int environment, fine with me");

        await().atMost(PATIENCE).until(() -> said(request).size() == 2);
        assertThat(said(request).get(0).asked().shown())
                .contains("24 hours after this notice", "approved by 1 of release-managers");
        assertThat(said(request).get(1).asked().shown())
                .startsWith("Rita Release approved " + application(request))
                .contains("Seen on the int environment, fine with me");
        assertThat(said(request).get(1).asked().thread())
                .hasValue(said(request).get(0).ts());
        DemoClock.ofThisJvm().moveOn(Duration.ofDays(1));
        assertThat(outcome(request)).isEqualTo(Outcome.DEPLOYED);
    }

    @Test
    void aRejectionAndAWithdrawalAndARetargetAreToldInTheThread() {
        DeploymentRequest request = askForApproval("dev");
        awaitClock(request);
        commit(request);
        amend("dev", request.id().text(), "retarget");
        await().atMost(PATIENCE).until(() -> said(request).size() == 2);
        assertThat(said(request).get(1).asked().shown())
                .contains(
                        "instead of what was announced before",
                        Revisions.brief(now(request).agreement().target()));

        HttpResponse<String> answer = complete(
                signedIn("rel"),
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(
                                () -> awaitTask(request, "approveDeployment"),
                                id -> Integer.valueOf(2).equals(tasks.getVariable(id, "agreement"))),
                Map.of("decision", "reject", "comment", "Not in the week of the review"));

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        await().atMost(PATIENCE).until(() -> said(request).size() == 3);
        assertThat(said(request).get(2).asked().shown())
                .startsWith("Rita Release rejected")
                .contains("Not in the week of the review");
        assertThat(said(request).stream().skip(1))
                .allSatisfy(message -> assertThat(message.asked().thread())
                        .hasValue(said(request).get(0).ts()));
    }

    private ApplicationId upgrade() {
        return copyOf("idfint", "nublado");
    }

    private DeploymentRequest askWhileSlackIsDown() {
        SLACK.always(CHANNEL, Answer.error("is_archived"));
        DeploymentRequest request = ask("dev", upgrade());
        int before = tries(request);
        for (int pause = 0; pause < 2; pause++) {
            int done = pause + 2;
            await().atMost(PATIENCE).until(() -> tries(request) == done);
            awaitWords(request, "The next try is at");
            DemoClock.ofThisJvm().moveOn(Duration.ofMinutes(30));
        }
        assertThat(before).isLessThan(4);
        return request;
    }

    private int tries(DeploymentRequest request) {
        return jdbc.sql("select coalesce(max(tries), 0) from syncgate.notice where subject = :request")
                .param("request", request.id().text())
                .query(Integer.class)
                .single();
    }

    private String messageId(DeploymentRequest request) {
        return jdbc.sql("select message_id from syncgate.notice where subject = :request and kind = 'announcement'")
                .param("request", request.id().text())
                .query(String.class)
                .single();
    }

    private HttpResponse<String> decide(String person, String task, String action) {
        return complete(signedIn(person), task, Map.of("action", action, "reason", "The channel is archived for good"));
    }

    private List<String> inTheListOfAdministrators() {
        var filters =
                tree(signedIn("admin").engineGet("/filter?name=Administrators").body());
        String filter = filters.get(0).get("id").asText();
        return tree(signedIn("admin").engineGet("/filter/" + filter + "/list").body())
                .findValuesAsText("id");
    }

    private void withdraw(DeploymentRequest request) {
        amend("dev", request.id().text(), "withdraw");
    }

    private Instant elapses(DeploymentRequest request) {
        return records.of(request.id()).stream()
                .filter(entry -> entry.kind() == Kind.NOTICE_DELIVERED)
                .findFirst()
                .orElseThrow()
                .at()
                .plus(Duration.ofHours(1));
    }

    private void awaitWords(DeploymentRequest request, String... words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(now(request).standing().words()).contains(words));
    }

    private Outcome outcome(DeploymentRequest request) {
        return ((Ended) awaitEnd(request).standing()).outcome();
    }

    private static String application(DeploymentRequest request) {
        return request.agreement().application().toString();
    }

    /** What people read of this request in the channel; what went past the gate meanwhile names it, and is told apart. */
    private static List<Message> said(DeploymentRequest request) {
        return naming(request).filter(message -> !isBypass(message)).toList();
    }

    private static Stream<Message> naming(DeploymentRequest request) {
        return SLACK.messages(CHANNEL).stream()
                .filter(message -> message.asked().shown().contains(request.id().text()));
    }

    private static boolean isBypass(Message message) {
        return message.asked().shown().startsWith("Past the gate: ");
    }

    @Test
    void whatBecomesVoidAndIsDecidedByNobodyIsToldInTheThread() {
        DeploymentRequest request = askForApproval("dev");
        awaitClock(request);

        makeVoid(request);
        awaitSaid(request, 2);
        assertThat(said(request).get(1).asked().shown())
                .startsWith("The agreement on " + application(request) + " ")
                .contains(" is void; Devi Developer is asked to choose anew", "source has been changed");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(naming(request).filter(NoticesOnSlackIT::isBypass))
                        .singleElement()
                        .satisfies(
                                message -> assertThat(message.asked().thread()).isEmpty()));
        DemoClock.ofThisJvm().moveOn(Duration.ofDays(3));

        assertThat(outcome(request)).isEqualTo(Outcome.VOIDED);
        awaitSaid(request, 3);
        assertThat(said(request).get(2).asked().shown())
                .startsWith("The agreement on " + application(request) + " ")
                .contains(" was void and nobody chose another; it will not be deployed");
        assertToldInTheThread(request);
    }

    @Test
    void whatBecomesVoidAndIsWithdrawnIsToldInTheThread() {
        DeploymentRequest request = askForApproval("dev");
        awaitClock(request);

        makeVoid(request);
        awaitSaid(request, 2);
        HttpResponse<String> answer = complete(
                signedIn("dev"),
                awaitTask(request, "reconsiderRequest"),
                Map.of("action", "withdraw", "reason", "The other source is not ours to deploy"));

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        assertThat(outcome(request)).isEqualTo(Outcome.WITHDRAWN);
        awaitSaid(request, 3);
        assertThat(said(request).get(1).asked().shown()).contains(" is void; Devi Developer is asked to choose anew");
        assertThat(said(request).get(2).asked().shown())
                .startsWith("Devi Developer withdrew " + application(request) + " ")
                .contains("The other source is not ours to deploy");
        assertToldInTheThread(request);
    }

    private static void awaitSaid(DeploymentRequest request, int count) {
        await().atMost(PATIENCE).until(() -> said(request).size() == count);
    }

    private static void assertToldInTheThread(DeploymentRequest request) {
        assertThat(said(request).stream().skip(1))
                .allSatisfy(message -> assertThat(message.asked().thread())
                        .hasValue(said(request).get(0).ts()));
    }
}
