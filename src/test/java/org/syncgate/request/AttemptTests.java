package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.request.Attempt.Holding;
import org.syncgate.request.Attempt.Phase;

class AttemptTests {

    private static final Instant GRANTED = Instant.parse("2026-11-20T18:00:00Z");
    private static final Instant SOON = GRANTED.plusSeconds(5);
    private static final Instant LATER = GRANTED.plusSeconds(60);
    private static final Instant STARTED = GRANTED.plusSeconds(2);

    private static final Attempt ATTEMPT = Attempt.granted(2, "4711", 7, GRANTED);

    @Test
    void aGrantHasBegunNothingYet() {
        assertThat(ATTEMPT)
                .isEqualTo(new Attempt(
                        2,
                        GRANTED,
                        "4711",
                        7,
                        Phase.GRANTED,
                        GRANTED,
                        Optional.empty(),
                        Holding.NOTHING,
                        Optional.empty()));
    }

    @Test
    void aNewPhaseBeginsWhenItIsFirstSeen() {
        Attempt asked = ATTEMPT.in(Phase.ASKED, SOON);

        assertThat(asked.phase()).isEqualTo(Phase.ASKED);
        assertThat(asked.phaseSince()).isEqualTo(SOON);
        assertThat(asked.in(Phase.RUNNING, LATER).phaseSince()).isEqualTo(LATER);
    }

    @ParameterizedTest
    @EnumSource
    void aPhaseThatIsSeenAgainGoesOnSinceItWasFirstSeen(Phase phase) {
        Attempt once = ATTEMPT.in(phase, SOON);

        assertThat(once.in(phase, LATER)).isEqualTo(once);
    }

    @Test
    void aNewPhaseBreaksWhatWasHeld() {
        Attempt healthy = ATTEMPT.in(Phase.SETTLING, SOON).holding(Holding.HEALTHY, SOON);

        Attempt running = healthy.in(Phase.RUNNING, LATER);

        assertThat(running.holding()).isEqualTo(Holding.NOTHING);
        assertThat(running.holdingSince()).isEmpty();
    }

    @Test
    void whatIsSeenOfItNeverChangesWhatWasGranted() {
        Attempt seen = ATTEMPT.in(Phase.RUNNING, SOON)
                .started(STARTED)
                .holding(Holding.DEGRADED, SOON)
                .patience(LATER);

        assertThat(seen)
                .usingRecursiveComparison()
                .comparingOnlyFields("number", "grantedAt", "resourceVersion", "historyBefore")
                .isEqualTo(ATTEMPT);
    }

    @Test
    void theFirstStartSeenCounts() {
        Attempt started = ATTEMPT.in(Phase.RUNNING, SOON).started(STARTED);

        assertThat(started.startedAt()).contains(STARTED);
        assertThat(started.started(LATER)).isEqualTo(started);
        assertThat(started.in(Phase.SETTLING, LATER).startedAt()).contains(STARTED);
    }

    @Test
    void aStartLeavesPhaseAndHoldAlone() {
        Attempt healthy = ATTEMPT.in(Phase.SETTLING, SOON).holding(Holding.HEALTHY, SOON);

        assertThat(healthy.started(STARTED))
                .usingRecursiveComparison()
                .ignoringFields("startedAt")
                .isEqualTo(healthy);
    }

    @Test
    void whatIsHeldOnIsHeldSinceItWasFirstSeen() {
        Attempt healthy = ATTEMPT.holding(Holding.HEALTHY, SOON);

        assertThat(healthy.holdingSince()).contains(SOON);
        assertThat(healthy.holding(Holding.HEALTHY, LATER)).isEqualTo(healthy);
    }

    @Test
    void anotherHoldBeginsAnewAndNothingIsHeldSinceNever() {
        Attempt healthy = ATTEMPT.holding(Holding.HEALTHY, SOON);

        assertThat(healthy.holding(Holding.DEGRADED, LATER).holdingSince()).contains(LATER);
        assertThat(healthy.holding(Holding.NOTHING, LATER).holdingSince()).isEmpty();
        assertThat(healthy.holding(Holding.NOTHING, LATER)
                        .holding(Holding.HEALTHY, LATER)
                        .holdingSince())
                .contains(LATER);
    }

    @Test
    void aHoldLeavesThePhaseAsItIs() {
        Attempt settling = ATTEMPT.in(Phase.SETTLING, SOON);

        assertThat(settling.holding(Holding.HEALTHY, LATER).phaseSince()).isEqualTo(SOON);
    }

    @ParameterizedTest
    @EnumSource
    void patienceCountsAllTimesFromNowAndStillKnowsTheOperation(Phase phase) {
        Attempt before = ATTEMPT.in(phase, SOON).started(STARTED).holding(Holding.DEGRADED, SOON);

        Attempt after = before.patience(LATER);

        assertThat(after.phase()).isEqualTo(Phase.ASKED);
        assertThat(after.phaseSince()).isEqualTo(LATER);
        assertThat(after.holding()).isEqualTo(Holding.NOTHING);
        assertThat(after.holdingSince()).isEmpty();
        assertThat(after.startedAt()).contains(STARTED);
    }
}
