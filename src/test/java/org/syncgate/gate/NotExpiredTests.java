package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;

/** A request that was opened on 20 November at 18:00 and has a week. */
class NotExpiredTests {

    private static final DeploymentRequest REQUEST =
            ARequest.waiting(new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}"));

    @Test
    void untilItExpiresNothingStandsAgainstIt() {
        assertThat(refusalsAt(REQUEST.expiresAt().minusNanos(1))).isEmpty();
    }

    @Test
    void fromThenOnItIsTooLateAndItsTimerIsAwaited() {
        assertThat(refusalsAt(REQUEST.expiresAt()))
                .containsExactly(Refusal.waits("The request expired at 27 Nov 2026 18:00:00 UTC."));
        assertThat(refusalsAt(REQUEST.expiresAt().plusSeconds(60))).hasSize(1);
    }

    private static List<Refusal> refusalsAt(Instant now) {
        return new NotExpired(Clock.fixed(now, ZoneOffset.UTC))
                .refusals(REQUEST, new Reading.Missing())
                .toList();
    }
}
