package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.model.RequestId;
import org.syncgate.record.Kind;

/** A database as the version before approvals left it, with one request open and one ended. */
@SpringBootTest(
        classes = RequestDatabase.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.flyway.target=2")
class AgreementsMigrationIT {

    private static final RequestId OPEN = new RequestId("r-23456789");
    private static final RequestId ENDED = new RequestId("r-98765432");
    private static final Instant OPENED = Instant.parse("2026-11-20T18:00:00Z");

    private final Requests requests;
    private final Approvals approvals;
    private final JdbcClient jdbc;
    private final Flyway flyway;

    @Autowired
    AgreementsMigrationIT(Requests requests, Approvals approvals, JdbcClient jdbc, Flyway flyway) {
        this.requests = requests;
        this.approvals = approvals;
        this.jdbc = jdbc;
        this.flyway = flyway;
    }

    @Test
    void whatIsInFlightGoesOnWithTheAgreementThatItHad() {
        insert(OPEN, "tap", "'syncing', 'At it.', null, null");
        insert(ENDED, "squareone", "'ended', 'Nobody acted.', 'expired', '2026-11-27T18:00:00Z'");
        jdbc.sql("""
                        insert into syncgate.attempt (request, number, granted_at, resource_version, history_before,
                            phase, phase_since, holding)
                        values ('r-23456789', 1, '2026-11-20T18:00:01Z', '4711', 3, 'running',
                            '2026-11-20T18:00:02Z', 'nothing')
                        """).update();

        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .target("latest")
                .load()
                .migrate();

        DeploymentRequest open = requests.find(OPEN).orElseThrow();
        assertThat(open.agreement())
                .isEqualTo(new Agreement(
                        new ApplicationId("idfprod", "tap"),
                        List.of("a"),
                        List.of("b"),
                        "{\"source\":{\"path\": \"tap\"}}"));
        assertThat(open.agreementNumber()).isEqualTo(1);
        assertThat(open.agreedAt()).isEqualTo(OPENED);
        assertThat(open.expiresAt()).isEqualTo(OPENED.plus(Duration.ofDays(7)));
        assertThat(open.standing()).isEqualTo(new Standing.Syncing("At it."));
        assertThat(open.currentAttempt().resourceVersion()).isEqualTo("4711");
        assertThat(requests.open()).containsExactly(open);
        assertThat(requests.ended(10))
                .singleElement()
                .satisfies(ended -> assertThat(ended.standing())
                        .isEqualTo(
                                new Standing.Ended(Outcome.EXPIRED, "Nobody acted.", OPENED.plus(Duration.ofDays(7)))));
        goesOn(open);
    }

    private void goesOn(DeploymentRequest open) {
        Instant later = OPENED.plusSeconds(60);
        DeploymentRequest waiting = open.lapse("Somebody else wrote.", later);
        requests.save(waiting, Kind.GRANT_LAPSED, "syncgate", "");
        DeploymentRequest retargeted = waiting.retarget(
                new Agreement(open.agreement().application(), List.of("a"), List.of("c"), "{}"), later, later);
        requests.save(retargeted, Kind.RETARGETED, "ada", "");
        approvals.give(OPEN, ARequest.approval(retargeted, "ben", "release-managers"));

        assertThat(requests.find(OPEN)).contains(retargeted);
        assertThat(approvals.of(OPEN, 2)).hasSize(1);
        assertThat(retargeted.practice().path()).isEqualTo(Path.AT_WILL);
    }

    /** As the first version wrote it. */
    private void insert(RequestId id, String application, String standing) {
        jdbc.sql("""
                        insert into syncgate.request (
                            id, cluster, application, deployed, target, source, requester, disruption, change, reason,
                            ticket, edition, path, minimum_notice, channels, approvals, needs_window, coordinate_with,
                            practice_words, process_instance, opened_at, expires_at, status, words, outcome, ended_at)
                        values (
                            :id, 'idfprod', :application, '{a}', '{b}', '{"path": "tap"}', 'ada', 'none', 'minor',
                            'Because it is needed', '', 'an edition, 1', 'at-will', 'PT0S', '{}', '{}', false, '{}',
                            'At will', :id, '2026-11-20T18:00:00Z', '2026-11-27T18:00:00Z', %s)
                        """.formatted(standing))
                .param("id", id.text())
                .param("application", application)
                .update();
    }
}
