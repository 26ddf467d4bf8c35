package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.demo.DemoClock;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Waiting;

/**
 * A service that the chart does not name, by team consensus and by the change control board, until it is deployed. A day
 * is skipped.
 */
@Tag("one-at-a-time")
class AxisOfFormalityIT extends AmendJourney {

    /** The service's own, which the table calls by the word "service". */
    private static final String CHANNEL = "#observing-tools";

    @ParameterizedTest
    @CsvSource({"summit, cosmetic", "tucson-teststand, major"})
    void whatTwoOfTheTeamAgreeOnIsDeployedWithoutANoticeTime(String cluster, String change) {
        DeploymentRequest request = ask(cluster, change);
        assertThat(request.practice().path()).isEqualTo(Path.TEAM_CONSENSUS);
        awaitClock(request);

        approve("dev2", request, "Seen on the test stand");
        awaitAsked(request, "developers");
        assertThat(recorded(request)).doesNotContain(Kind.SYNC_GRANTED);
        assertThat(now(request).standing()).isInstanceOf(Waiting.class);
        approve("rel", request, "Fine with me");

        assertDeployed(request);
        assertThat(recorded(request)).containsSubsequence(Kind.APPROVED, Kind.APPROVED, Kind.SYNC_GRANTED);
        assertToldOnTheServicesOwnChannel(request, 2);
    }

    @Test
    void whatTheChangeBoardAgreesOnIsDeployedADayAfterItsNotice() {
        DeploymentRequest request = ask("summit", "major");
        assertThat(request.practice().path()).isEqualTo(Path.CHANGE_BOARD);
        awaitClock(request);
        awaitAsked(request, "release-managers", "coordinators", "developers");

        approveFor("coordinators", "coord", request);
        awaitAsked(request, "release-managers", "developers");
        approveFor("developers", "dev2", request);
        awaitAsked(request, "release-managers");
        DemoClock.ofThisJvm().moveOn(Duration.ofHours(24));
        await().during(Duration.ofSeconds(3)).until(() -> now(request).standing() instanceof Waiting);
        assertThat(recorded(request)).doesNotContain(Kind.SYNC_GRANTED);
        approveFor("release-managers", "rel", request);

        assertDeployed(request);
        assertThat(recorded(request))
                .containsSubsequence(
                        Kind.CLOCK_STARTED, Kind.APPROVED, Kind.APPROVED, Kind.APPROVED, Kind.SYNC_GRANTED);
        assertToldOnTheServicesOwnChannel(request, 3);
    }

    @Test
    void theBoardsOkaysDoNotShortenTheDay() {
        DeploymentRequest request = ask("summit", "major");
        awaitClock(request);
        awaitAsked(request, "release-managers", "coordinators", "developers");
        approveFor("release-managers", "rel2", request);
        awaitAsked(request, "coordinators", "developers");
        approveFor("coordinators", "coord", request);
        awaitAsked(request, "developers");
        approveFor("developers", "rel", request);

        DemoClock.ofThisJvm().moveOn(Duration.ofHours(23));
        await().during(Duration.ofSeconds(3)).until(() -> now(request).standing() instanceof Waiting);
        DemoClock.ofThisJvm().moveOn(Duration.ofHours(1));

        assertDeployed(request);
    }

    private DeploymentRequest ask(String cluster, String change) {
        ApplicationId application = copyOf(cluster, "nightreport");
        Map<String, Object> wish = new HashMap<>(wish(application));
        wish.put("change", change);
        HttpResponse<String> answer = start(signedIn("dev"), wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return requests.openFor(application).orElseThrow();
    }

    private void awaitAsked(DeploymentRequest request, String... groups) {
        await("who is asked")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(asked(request).keySet()).containsExactlyInAnyOrder(groups));
    }

    /** The open tasks, by the group that each is for. */
    private Map<String, String> asked(DeploymentRequest request) {
        Map<String, String> asked = new HashMap<>();
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(request.id().text())
                .taskDefinitionKey("approveDeployment")
                .list()) {
            tasks.getIdentityLinksForTask(task.getId()).forEach(link -> asked.put(link.getGroupId(), task.getId()));
        }
        return asked;
    }

    private void approveFor(String group, String person, DeploymentRequest request) {
        HttpResponse<String> answer =
                complete(signedIn(person), asked(request).getOrDefault(group, ""), Map.of("decision", "approve"));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private void assertDeployed(DeploymentRequest request) {
        assertThat(((Ended) awaitEnd(request).standing()).outcome()).isEqualTo(Outcome.DEPLOYED);
        ApplicationId application = request.agreement().application();
        JsonNode live = cluster(application.cluster()).application(application.name());
        assertThat(live.at("/status/operationState/operation/sync/revision").asText())
                .isEqualTo(request.agreement().target().get(0));
        assertThat(cluster(application.cluster()).syncsSeen(application.name())).isEqualTo(1);
    }

    private void assertToldOnTheServicesOwnChannel(DeploymentRequest request, int okays) {
        assertThat(now(request).practice().channels()).containsExactly(CHANNEL);
        assertThat(now(request).practice().coordinateWith()).isEmpty();
        await("everything told")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(written.of(request.id()))
                        .allSatisfy(notice -> assertThat(notice.deliveredAt()).isPresent())
                        .extracting(Notice::kind)
                        .filteredOn(kind -> kind != NoticeKind.REMINDER)
                        .containsExactlyElementsOf(told(okays)));
        assertThat(written.of(request.id())).extracting(Notice::channel).containsOnly(CHANNEL);
    }

    private static List<NoticeKind> told(int okays) {
        List<NoticeKind> told = new ArrayList<>(List.of(NoticeKind.ANNOUNCEMENT));
        told.addAll(Collections.nCopies(okays, NoticeKind.APPROVAL));
        told.addAll(List.of(NoticeKind.START, NoticeKind.SUCCESS));
        return told;
    }
}
