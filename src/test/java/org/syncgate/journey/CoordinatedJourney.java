package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Calendars;

/** Journeys on which people agree on a time out of hours. */
abstract class CoordinatedJourney extends SyncJourney {

    @Autowired
    Calendars calendars;

    @Autowired
    Clock clock;

    /** Opens a request whose practice asks for an agreed time, and returns once its requester is asked for one. */
    DeploymentRequest askOutOfHours(String person, ApplicationId application, String disruption) {
        Map<String, Object> wish = wish(application);
        wish.put("disruption", disruption);
        HttpResponse<String> answer = start(signedIn(person), wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        DeploymentRequest request = requests.openFor(application).orElseThrow();
        awaitTaskOf(request, "requester");
        return request;
    }

    /** The id of the task in which this group, or the requester, is asked about the time. */
    String awaitTaskOf(DeploymentRequest request, String party) {
        return await(party)
                .atMost(PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(request.id().text())
                                .taskDefinitionKey("agreeTime")
                                .taskCandidateGroup(party)
                                .list(),
                        found -> found.size() == 1)
                .stream()
                .map(Task::getId)
                .findFirst()
                .orElseThrow();
    }

    HttpResponse<String> answer(DeploymentRequest request, String person, String party, String decision, Instant time) {
        return complete(signedIn(person), awaitTaskOf(request, party), fields(decision, written(time)));
    }

    void answered(DeploymentRequest request, String person, String party, String decision, Instant time) {
        HttpResponse<String> answer = answer(request, person, party, decision, time);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    static Map<String, Object> fields(String decision, String time) {
        return new HashMap<>(Map.of("decision", decision, "time", time, "comment", ""));
    }

    /** As the form's field has it. */
    static String written(Instant time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /** The first time out of hours, in whole hours, at least so many days from now. */
    Instant fitting(String deployment, int days) {
        return calendars
                .officeHours(deployment)
                .orElseThrow()
                .nextOutOfHours(
                        clock.instant().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS), Duration.ofHours(2))
                .orElseThrow();
    }
}
