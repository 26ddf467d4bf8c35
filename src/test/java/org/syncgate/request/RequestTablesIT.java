package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.TableOwner;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.RequestId;
import org.syncgate.record.Kind;

/** The rows of requests, agreements and approvals, on a real PostgreSQL. Each test has an application of its own. */
@SpringBootTest(classes = RequestDatabase.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class RequestTablesIT {

    private static final Instant LATER = ARequest.OPENED.plusSeconds(90);
    private static final Practice BOARD = ARequest.practice(
            Path.CHANGE_BOARD, Duration.ofDays(1), List.of("#rsp-team"), "coordinators:1", "release-managers:1");

    private final Requests requests;
    private final Approvals approvals;
    private final TimeTalks talks;
    private final JdbcClient jdbc;
    private final JdbcClient owner;

    private ApplicationId application = new ApplicationId("idfprod", "unset");

    @Autowired
    RequestTablesIT(Requests requests, Approvals approvals, TimeTalks talks, JdbcClient jdbc, TableOwner owner) {
        this.requests = requests;
        this.approvals = approvals;
        this.talks = talks;
        this.jdbc = jdbc;
        this.owner = owner.sql();
    }

    @BeforeEach
    void anApplication() {
        application = new ApplicationId("idfprod", RequestId.random().text());
    }

    @Test
    void aRequestIsReadBackAsItWas() {
        DeploymentRequest request = opened();

        assertThat(requests.find(request.id())).contains(request);
        assertThat(requests.openFor(application)).contains(request);
        assertThat(requests.open()).contains(request);
    }

    @Test
    void retargetingKeepsTheEarlierAgreementAndReadsTheLatest() {
        DeploymentRequest first = opened();
        DeploymentRequest voided = first.voided("The source has changed.");
        requests.save(voided, Kind.VOIDED, "syncgate", "The source has changed.");
        DeploymentRequest second = voided.retarget(agreement("c"), LATER, LATER.plus(Duration.ofDays(7)));
        requests.save(second, Kind.RETARGETED, "ada", "");

        assertThat(requests.find(first.id())).contains(second);
        assertThat(owner.sql(
                                "select number, target[1] as target from syncgate.agreement where request = :id order by 1")
                        .param("id", first.id().text())
                        .query((row, number) -> row.getInt("number") + ":" + row.getString("target"))
                        .list())
                .containsExactly("1:b", "2:c");
    }

    @Test
    void aVoidedRequestIsOpenAndReadBackWithWhatItSays() {
        DeploymentRequest voided = opened().voided("The source has changed.");
        requests.save(voided, Kind.VOIDED, "syncgate", "The source has changed.");

        assertThat(requests.openFor(application)).contains(voided);
        assertThat(requests.open(other(agreement("b")))).contains(voided);
    }

    @Test
    void theMetricsCountWhatIsOpenAndOfThatWhatHasFailed() {
        MeterRegistry metrics = new SimpleMeterRegistry();
        new RequestMeter(jdbc).bindTo(metrics);
        double open = gauge(metrics, "syncgate.requests.open");
        double failed = gauge(metrics, "syncgate.requests.failed");

        DeploymentRequest request = opened();
        assertThat(gauge(metrics, "syncgate.requests.open")).isEqualTo(open + 1);
        assertThat(gauge(metrics, "syncgate.requests.failed")).isEqualTo(failed);

        DeploymentRequest fault = request.grant("4711", 3, LATER).fail("no such image", LATER);
        requests.save(fault, Kind.SYNC_FAILED, "syncgate", "no such image");
        assertThat(gauge(metrics, "syncgate.requests.open")).isEqualTo(open + 1);
        assertThat(gauge(metrics, "syncgate.requests.failed")).isEqualTo(failed + 1);

        requests.save(fault.end(Outcome.GIVEN_UP, "It is over.", LATER), Kind.GIVEN_UP, "ada", "It is over.");
        assertThat(gauge(metrics, "syncgate.requests.open")).isEqualTo(open);
        assertThat(gauge(metrics, "syncgate.requests.failed")).isEqualTo(failed);
    }

    private static double gauge(MeterRegistry metrics, String name) {
        return metrics.get(name).gauge().value();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEPLOYED")
    void everyEndIsReadBackAndMakesRoomForTheNext(Outcome outcome) {
        DeploymentRequest ended = opened().end(outcome, "It is over.", LATER);
        requests.save(ended, Kind.EXPIRED, "ada", "It is over.");

        assertThat(requests.find(ended.id())).contains(ended);
        assertThat(requests.ended(1_000)).contains(ended);
        assertThat(requests.open(other(agreement("b")))).isEmpty();
    }

    @Test
    void anOkayIsReadBackAsItWasAndCounts() {
        DeploymentRequest request = opened();
        Approval ben =
                new Approval(1, "ben", List.of("coordinators", "release-managers"), List.of("b"), "Looks good", LATER);
        Approval cyn = new Approval(1, "cyn", List.of("coordinators"), List.of("b"), "", ARequest.OPENED);
        approvals.give(request.id(), ben);
        approvals.give(request.id(), cyn);

        assertThat(approvals.of(request.id(), 1)).containsExactly(cyn, ben);
        assertThat(approvals.of(request.id(), 2)).isEmpty();
        assertThat(approvals.tally(request).isFilled()).isTrue();
    }

    @Test
    void nobodysOwnApprovalIsKeptWhateverIsAskedOfTheDatabase() {
        DeploymentRequest request = opened();

        assertThatThrownBy(() -> approvals.give(request.id(), ARequest.approval(request, "ada", "coordinators")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("Nobody approves their own request: ada asked for " + request.id());
        assertThat(approvals.of(request.id(), 1)).isEmpty();
    }

    @Test
    void nobodyApprovesOneAgreementTwice() {
        DeploymentRequest request = opened();
        approvals.give(request.id(), ARequest.approval(request, "ben", "coordinators"));

        assertThatThrownBy(() -> approvals.give(request.id(), ARequest.approval(request, "ben", "release-managers")))
                .isInstanceOf(DataAccessException.class);
        assertThat(approvals.of(request.id(), 1)).hasSize(1);
    }

    @Test
    void whoApprovedOneAgreementHasToApproveTheNextAnew() {
        DeploymentRequest request = opened();
        approvals.give(request.id(), ARequest.approval(request, "ben", "coordinators"));
        DeploymentRequest second = request.retarget(agreement("b"), LATER, request.expiresAt());
        requests.save(second, Kind.RETARGETED, "ada", "");

        assertThat(approvals.tally(second).missing()).isEqualTo("1 of coordinators, 1 of release-managers");
        approvals.give(request.id(), ARequest.approval(second, "ben", "coordinators"));
        assertThat(approvals.tally(second).missing()).isEqualTo("1 of release-managers");
    }

    @Test
    void whatWasNeverAgreedCannotBeApproved() {
        DeploymentRequest request = opened();
        DeploymentRequest never = request.retarget(agreement("c"), LATER, LATER);

        assertThatThrownBy(() -> approvals.give(request.id(), ARequest.approval(never, "ben", "coordinators")))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatWasSaidOfATimeIsReadBackAsItWas() {
        DeploymentRequest request = opened();
        TimeProposal first = new TimeProposal(1, 1, "requester", "ada", LATER, "At night", ARequest.OPENED);
        TimeProposal second = new TimeProposal(1, 2, "forum-team", "fay", LATER.plusSeconds(60), "", LATER);
        Acceptance accepted = new Acceptance(1, 2, "requester", "ada", "Fine", LATER);
        MissedTime missed = new MissedTime(1, 2, "The cluster was away.", LATER);
        talks.propose(request.id(), first);
        talks.propose(request.id(), second);
        talks.accept(request.id(), accepted);
        talks.miss(request.id(), missed);

        assertThat(talks.of(request.id(), 1))
                .isEqualTo(new TimeTalk(List.of(first, second), List.of(accepted), List.of(missed)));
        assertThat(talks.of(request.id(), 2)).isEqualTo(new TimeTalk(List.of(), List.of(), List.of()));
    }

    @Test
    void nobodyStandsInForTwoWhateverIsAskedOfTheDatabase() {
        DeploymentRequest request = opened();
        talks.propose(request.id(), new TimeProposal(1, 1, "requester", "ada", LATER, "", LATER));

        refused(() -> talks.propose(request.id(), new TimeProposal(1, 2, "forum-team", "ada", LATER, "", LATER)));
        refused(() -> talks.propose(request.id(), new TimeProposal(1, 2, "requester", "ben", LATER, "", LATER)));
        refused(() -> talks.accept(request.id(), new Acceptance(1, 1, "forum-team", "ada", "", LATER)));
        refused(() -> talks.accept(request.id(), new Acceptance(1, 1, "requester", "ben", "", LATER)));
        talks.accept(request.id(), new Acceptance(1, 1, "forum-team", "fay", "", LATER));
        refused(() -> talks.accept(request.id(), new Acceptance(1, 1, "coordinators", "fay", "", LATER)));
        refused(() -> talks.accept(request.id(), new Acceptance(1, 1, "forum-team", "gus", "", LATER)));
    }

    @Test
    void aNumberIsProposedOnceAndOnlyWhatWasProposedIsAcceptedOrMissed() {
        DeploymentRequest request = opened();
        talks.propose(request.id(), new TimeProposal(1, 1, "requester", "ada", LATER, "", LATER));

        refused(() -> talks.propose(request.id(), new TimeProposal(1, 1, "requester", "ada", LATER, "", LATER)));
        refused(() -> talks.propose(request.id(), new TimeProposal(2, 1, "requester", "ada", LATER, "", LATER)));
        refused(() -> talks.accept(request.id(), new Acceptance(1, 2, "forum-team", "fay", "", LATER)));
        refused(() -> talks.miss(request.id(), new MissedTime(1, 2, "", LATER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_proposal", "time_acceptance", "missed_time"})
    void whatWasSaidOfATimeIsNeverRewritten(String table) {
        DeploymentRequest request = opened();
        talks.propose(request.id(), new TimeProposal(1, 1, "requester", "ada", LATER, "", LATER));
        talks.accept(request.id(), new Acceptance(1, 1, "forum-team", "fay", "", LATER));
        talks.miss(request.id(), new MissedTime(1, 1, "", LATER));
        TimeTalk said = talks.of(request.id(), 1);

        for (String rewriting : List.of("update %s set at = now()", "delete from %s", "truncate %s cascade")) {
            assertThatThrownBy(() ->
                            owner.sql(rewriting.formatted("syncgate." + table)).update())
                    .hasMessageContaining("append-only");
        }
        assertThat(talks.of(request.id(), 1)).isEqualTo(said);
    }

    private static void refused(Runnable keeping) {
        assertThatThrownBy(keeping::run).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update syncgate.agreement set target = '{c}'",
                "delete from syncgate.agreement",
                "truncate syncgate.agreement cascade",
                "update syncgate.approval set approver = 'cyn'",
                "delete from syncgate.approval",
                "truncate syncgate.approval"
            })
    void whatWasAgreedAndApprovedIsNeverRewritten(String rewriting) {
        DeploymentRequest request = opened();
        approvals.give(request.id(), ARequest.approval(request, "ben", "coordinators"));

        assertThatThrownBy(() -> owner.sql(rewriting).update()).hasMessageContaining("append-only");
        assertThat(requests.find(request.id())).contains(request);
        assertThat(approvals.of(request.id(), 1)).hasSize(1);
    }

    private DeploymentRequest opened() {
        DeploymentRequest request = other(agreement("b"));
        assertThat(requests.open(request)).isEmpty();
        return request;
    }

    private Agreement agreement(String target) {
        return new Agreement(application, List.of("a"), List.of(target), "{\"path\": \"tap\"}");
    }

    private static DeploymentRequest other(Agreement agreement) {
        RequestId id = RequestId.random();
        DeploymentRequest like = ARequest.waiting(agreement, BOARD);
        return DeploymentRequest.opened(
                id, like.wish(), agreement, BOARD, id.text(), like.openedAt(), like.expiresAt());
    }
}
