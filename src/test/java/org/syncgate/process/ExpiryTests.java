package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Tally;

/** A request has a week; whoever has to approve it has the time that is configured. */
class ExpiryTests {

    private static final DeploymentRequest REQUEST = ARequest.waiting(
            new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}"),
            ARequest.practice(Path.RELEASE_MANAGER_APPROVAL, Duration.ZERO, List.of(), "release-managers:1"));

    private static final Tally MISSING = Tally.of(REQUEST, List.of());
    private static final Tally FILLED =
            Tally.of(REQUEST, List.of(ARequest.approval(REQUEST, "ben", "release-managers")));

    @Test
    void whatIsNotApprovedExpiresWhenTheTimeToApproveItEnds() {
        assertThat(expiry("3d").of(REQUEST, MISSING))
                .isEqualTo(REQUEST.agreedAt().plus(Duration.ofDays(3)));
    }

    @Test
    void whatIsApprovedHasItsWholeTime() {
        assertThat(expiry("3d").of(REQUEST, FILLED)).isEqualTo(REQUEST.expiresAt());
    }

    @Test
    void nobodyIsAskedToApproveWhatHasExpired() {
        assertThat(expiry("30d").of(REQUEST, MISSING)).isEqualTo(REQUEST.expiresAt());
    }

    private static Expiry expiry(String approvalExpiry) {
        return new Expiry(new Binder(
                        new MapConfigurationPropertySource(Map.of("syncgate.request.approval-expiry", approvalExpiry)))
                .bind("syncgate.request", RequestTimes.class)
                .get());
    }
}
