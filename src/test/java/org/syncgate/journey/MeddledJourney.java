package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.syncgate.bypass.Bypasses;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

/** Journeys on which something happens between two steps. Nothing is due by time, so only events take them on. */
@Import(Meddler.Put.class)
@TestPropertySource(
        properties = {
            "syncgate.sync.look-again=10m",
            "syncgate.sync.pick-up=15s",
            "syncgate.sync.operation=1m",
            "syncgate.sync.health=1m",
            "syncgate.request.judge-again=10m",
            "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=PT0S,PT0S,PT0S"
        })
@Tag("meddled")
abstract class MeddledJourney extends SyncJourney {

    @Autowired
    Meddler meddler;

    @Autowired
    Bypasses bypasses;

    /** What a process that dies looks like to its transaction. */
    static final class Crash extends RuntimeException {
        Crash() {
            super("The process died here");
        }
    }

    void assertSyncedOnce(DeploymentRequest request, ApplicationId application, int attempts) {
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
        assertThat(attempts(request)).isEqualTo(attempts);
        assertThat(recorded(request).stream().filter(Kind.SYNC_GRANTED::equals)).hasSize(attempts);
        assertThat(recorded(request)).containsOnlyOnce(Kind.SYNC_ASKED, Kind.DEPLOYED);
        // a sync of ours is never taken for somebody else's, wherever the process died
        assertThat(bypasses.last(Optional.empty(), 10_000))
                .noneMatch(bypass -> bypass.application().equals(application));
    }

    static void touch(ApplicationId application) {
        edit(application, json -> json.withObject("/metadata/annotations").put("touched", "by somebody"));
    }
}
