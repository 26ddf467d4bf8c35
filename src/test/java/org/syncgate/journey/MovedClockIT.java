package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.Browser;
import org.syncgate.demo.DemoClock;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Moments;
import org.syncgate.record.Kind;
import org.syncgate.request.Attempt.Phase;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

/**
 * Somebody moves the demo's clock on. One class at a time, since whatever another journey waits for would be overdue.
 */
@Tag("one-at-a-time")
class MovedClockIT extends CoordinatedJourney {

    private static final String PAGE = "/demo/clock";

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void syncgateAndTheEngineAndTheClustersAreADayAhead() {
        Duration before = ahead(clock.instant());

        moveOn(signedIn("dev"), "day");

        assertThat(ahead(clock.instant())).isCloseTo(before.plus(DAY), Duration.ofSeconds(10));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(clock.instant(), within(1, ChronoUnit.SECONDS));
        ApplicationId application = pending();
        DeploymentRequest request = ask("dev", application);
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(records.of(request.id()))
                .allSatisfy(entry -> assertThat(entry.at()).isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES)));
        assertThat(Instant.parse(live(application)
                        .at("/status/operationState/finishedAt")
                        .asText()))
                .isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void whatIsDueByThenHappensWithinFiveSeconds() {
        ApplicationId application = pending();
        behave(application, Behaviour.fails("no"));
        DeploymentRequest request = awaitFailed(ask("dev", application));
        awaitTask(request, "resolveFailedSync");

        moveOn(signedIn("dev"), "hour");
        await().during(Duration.ofSeconds(2)).until(() -> !recorded(request).contains(Kind.FAILURE_REMINDED));
        moveOn(signedIn("dev"), "day");

        await().atMost(Duration.ofSeconds(5)).until(() -> recorded(request).contains(Kind.FAILURE_REMINDED));
    }

    @Test
    void aGateThatStaysShutEndsTheRequestWhenItExpires() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = awaitWaiting(ask("dev", application), "sync windows");

        for (int day = 0; day < 8; day++) {
            moveOn(signedIn("dev"), "day");
        }

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.EXPIRED);
        assertThat(now(request).standing().words())
                .contains("The gate stayed shut until the request expired.", "sync windows");
        assertThat(recorded(request)).endsWith(Kind.EXPIRED);
        openWindow(application);
        assertThat(syncs(application)).isZero();
        assertThat(awaitOutcome(ask("dev2", application))).isEqualTo(Outcome.DEPLOYED);
    }

    @Test
    void aSyncUnderWayRunsOutOfTimeAndIsTakenUpAgainWhereSomebodyWaits() {
        ApplicationId application = pending();
        behave(application, Behaviour.neverFinishes());
        DeploymentRequest request = awaitPhase(ask("dev", application), Phase.RUNNING);

        moveOn(signedIn("dev"), "day");

        assertThat(awaitFailed(request).standing().words()).contains("Still not over");
        behave(application, Behaviour.normal());
        decide(request, "wait");
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
    }

    @Test
    void whatIsAgreedOutOfHoursIsAnnouncedAndSyncedAtThatTime() {
        ApplicationId application = copyOf("community", "discourse");
        DeploymentRequest request = askOutOfHours("dev", application, "expected");
        Instant first = fitting("community", 3);
        Instant agreed = fitting("community", 5);
        answered(request, "dev", "requester", "propose", first);
        answered(request, "forum", "forum-team", "propose", agreed);
        answered(request, "dev", "requester", "accept", agreed);
        await().atMost(PATIENCE).until(() -> recorded(request).contains(Kind.CLOCK_STARTED));

        DemoClock.ofThisJvm().moveOn(Duration.ofHours(25));
        await().during(Duration.ofSeconds(2)).until(() -> syncs(application) == 0);
        DemoClock.ofThisJvm().moveOn(Duration.between(clock.instant(), agreed.plusSeconds(1)));

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(recorded(request))
                .containsSubsequence(
                        Kind.TIME_PROPOSED,
                        Kind.TIME_PROPOSED,
                        Kind.TIME_ACCEPTED,
                        Kind.TIME_AGREED,
                        Kind.CLOCK_STARTED,
                        Kind.SYNC_GRANTED,
                        Kind.DEPLOYED);
        assertThat(records.of(request.id()))
                .filteredOn(entry -> entry.kind() == Kind.SYNC_GRANTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.at()).isBetween(agreed, agreed.plus(Duration.ofHours(2))));
    }

    @Test
    void whoeverIsSignedInStaysSoAndSeesTheTime() {
        Browser browser = signedIn("forum");

        moveOn(browser, "day");

        HttpResponse<String> page = browser.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(Moments.day(clock.instant()), "1 hour", "1 day");
        assertThat(browser.get("/requests").statusCode()).isEqualTo(200);
        assertThat(browser.engineGet("/task/count").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseMovesIt() {
        Duration before = ahead(clock.instant());
        Browser stranger = new Browser(url());

        assertThat(stranger.get(PAGE).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(stranger.call("POST", PAGE + "?by=day", "").statusCode()).isEqualTo(403);
        assertThat(signedIn("dev").call("POST", PAGE + "?by=day", "").statusCode())
                .as("without the form's token")
                .isEqualTo(403);

        assertThat(ahead(clock.instant())).isCloseTo(before, Duration.ofSeconds(10));
    }

    @Test
    void anUnknownMoveIsRefused() {
        HttpResponse<String> answer = signedIn("dev").submit(PAGE, Map.of("by", "year"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Choose one of the buttons.");
    }

    private void moveOn(Browser browser, String by) {
        HttpResponse<String> answer = browser.submit(PAGE, Map.of("by", by));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(PAGE);
    }

    private static Duration ahead(Instant told) {
        return Duration.between(Clock.systemUTC().instant(), told);
    }
}
