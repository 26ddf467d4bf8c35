package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/**
 * An engine that has had nothing to do for a while looks for work more and more seldom. In an application of its own,
 * with a clock that nobody moves on: whatever else went on would wake it.
 */
@Tag("own-application")
@Tag("thorough")
@DirtiesContext
@TestPropertySource(properties = "syncgate.request.failure-reminder=20s")
class IdleEngineIT extends SyncJourney {

    private static final Duration IDLE = Duration.ofSeconds(20);

    @Test
    void aTimerFiresWithinFiveSecondsOfItsTimeHoweverLongTheEngineWasIdle() {
        ApplicationId application = pending();
        behave(application, Behaviour.fails("no"));
        DeploymentRequest request = awaitFailed(ask("dev", application));

        await().atMost(IDLE.plus(PATIENCE)).until(() -> recorded(request).contains(Kind.FAILURE_REMINDED));

        Instant due = at(request, Kind.SYNC_FAILED).plus(IDLE);
        assertThat(at(request, Kind.FAILURE_REMINDED)).isBetween(due, due.plusSeconds(5));
    }

    private Instant at(DeploymentRequest request, Kind kind) {
        return records.of(request.id()).stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow()
                .at();
    }
}
