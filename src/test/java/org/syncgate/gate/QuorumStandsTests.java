package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.request.ARequest;
import org.syncgate.request.Approval;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.GivenApprovals;

/** Ada asked for it; a coordinator and a release manager have to approve. */
class QuorumStandsTests {

    private static final Agreement AGREED =
            new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}");
    private static final DeploymentRequest REQUEST = ARequest.waiting(
            AGREED,
            ARequest.practice(Path.CHANGE_BOARD, Duration.ZERO, List.of(), "coordinators:1", "release-managers:1"));

    private static final Approval COORDINATED = ARequest.approval(REQUEST, "ben", "coordinators");
    private static final Approval RELEASED = ARequest.approval(REQUEST, "cyn", "release-managers");

    @Test
    void whoseOkayIsMissingIsSaid() {
        assertThat(refusals(REQUEST))
                .containsExactly(Refusal.waits("Approvals are missing: 1 of coordinators, 1 of release-managers."));
        assertThat(refusals(REQUEST, COORDINATED))
                .containsExactly(Refusal.waits("Approvals are missing: 1 of release-managers."));
    }

    @Test
    void aQuorumThatIsFullStands() {
        assertThat(refusals(REQUEST, RELEASED, COORDINATED)).isEmpty();
    }

    @Test
    void theRequestersOwnOkayIsNone() {
        assertThat(refusals(REQUEST, COORDINATED, ARequest.approval(REQUEST, "ada", "release-managers")))
                .hasSize(1);
    }

    @Test
    void anEarlierAgreementsOkaysAreNone() {
        DeploymentRequest retargeted = REQUEST.retarget(AGREED, REQUEST.agreedAt(), REQUEST.expiresAt());

        assertThat(refusals(retargeted, COORDINATED, RELEASED)).hasSize(1);
    }

    @Test
    void okaysForOtherRevisionsAreNone() {
        Approval other = new Approval(1, "cyn", List.of("release-managers"), List.of("c"), "", REQUEST.agreedAt());

        assertThat(refusals(REQUEST, COORDINATED, other)).hasSize(1);
    }

    @Test
    void whereNobodyIsAskedNothingIsMissing() {
        assertThat(refusals(ARequest.waiting(AGREED))).isEmpty();
    }

    private static List<Refusal> refusals(DeploymentRequest request, Approval... approvals) {
        return new QuorumStands(GivenApprovals.of(approvals))
                .refusals(request, new Reading.Missing())
                .toList();
    }
}
