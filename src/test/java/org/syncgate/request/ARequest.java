package org.syncgate.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.Agreement;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.RequestId;

/** Requests for tests, all of the same wish. */
public final class ARequest {

    public static final RequestId ID = new RequestId("r-23456789");
    public static final Instant OPENED = Instant.parse("2026-11-20T18:00:00Z");

    public static final Practice AT_WILL = new Practice(
            "an edition, 1",
            Path.AT_WILL,
            Duration.ZERO,
            List.of(),
            List.of(),
            false,
            List.of(),
            "At will, no heads-up required");

    private static final Wish WISH =
            new Wish("ada", Disruption.NONE, Change.MINOR, "The new token format is needed", "DM-1");

    private ARequest() {}

    /** Waits for the gate, at will. */
    public static DeploymentRequest waiting(Agreement agreement) {
        return waiting(agreement, AT_WILL);
    }

    /** Waits for the gate. */
    public static DeploymentRequest waiting(Agreement agreement, Practice practice) {
        return DeploymentRequest.opened(
                ID, WISH, agreement, practice, "process-1", OPENED, OPENED.plus(Duration.ofDays(7)));
    }

    /** What somebody who asks now would agree on. */
    public static Agreement agreement(LiveApplication live) {
        return new Agreement(live.id(), live.deployed(), live.target(), live.source());
    }
}
