package org.syncgate.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.Agreement;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Quorum;
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

    /** A practice that asks for notice, for approvals like {@code release-managers:1}, or both. */
    public static Practice practice(Path path, Duration notice, List<String> channels, String... approvals) {
        return new Practice(
                "an edition, 1",
                path,
                notice,
                channels,
                Arrays.stream(approvals).map(Quorum::parse).toList(),
                false,
                List.of(),
                "As is done here");
    }

    /** Somebody's okay for what is agreed at present. */
    public static Approval approval(DeploymentRequest request, String approver, String... groups) {
        return new Approval(
                request.agreementNumber(),
                approver,
                List.of(groups),
                request.agreement().target(),
                "",
                request.agreedAt());
    }

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
        return new Agreement(live.id(), live.deployed(), live.target(), live.spec());
    }
}
