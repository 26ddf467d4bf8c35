package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;

/** Ada asked for it; the others are in the groups that each test says. */
class TallyTests {

    private static final Agreement AGREED =
            new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}");
    private static final Agreement NEXT = new Agreement(AGREED.application(), List.of("a"), List.of("c"), "{}");

    @Test
    void aQuorumThatAsksForNobodyIsFilled() {
        Tally tally = tally(request());

        assertThat(tally.isFilled()).isTrue();
        assertThat(tally.groups()).isEmpty();
        assertThat(tally.missing()).isEmpty();
        assertThat(tally.wouldHelp("release-managers")).isFalse();
    }

    @Test
    void itIsFilledWhenAsManyHaveApprovedAsAreAsked() {
        DeploymentRequest request = request("developers:2");

        assertThat(tally(request).missing()).isEqualTo("2 of developers");
        assertThat(tally(request, by(request, "ben", "developers")).missing()).isEqualTo("1 of developers");
        assertThat(tally(request, by(request, "ben", "developers")).isFilled()).isFalse();
        assertThat(tally(request, by(request, "ben", "developers"), by(request, "cyn", "developers"))
                        .isFilled())
                .isTrue();
    }

    @Test
    void nobodyCountsTwiceInOneGroup() {
        DeploymentRequest request = request("developers:2");

        assertThat(tally(request, by(request, "ben", "developers"), by(request, "ben", "developers"))
                        .isFilled())
                .isFalse();
    }

    @Test
    void whoIsInTwoGroupsCountsForOneOfThem() {
        DeploymentRequest request = request("coordinators:1", "release-managers:1");

        Tally tally = tally(request, by(request, "ben", "coordinators", "release-managers"));

        assertThat(tally.isFilled()).isFalse();
        assertThat(tally.groups()).containsExactly("coordinators", "release-managers");
    }

    @Test
    void whoIsInTwoGroupsMakesRoomForWhomeverComesLater() {
        DeploymentRequest request = request("coordinators:1", "release-managers:1");
        Approval both = by(request, "ben", "coordinators", "release-managers");

        assertThat(tally(request, both, by(request, "cyn", "coordinators")).isFilled())
                .isTrue();
        assertThat(tally(request, both, by(request, "cyn", "release-managers")).isFilled())
                .isTrue();
    }

    @Test
    void makingRoomGoesOnThroughAWholeChainOfGroups() {
        DeploymentRequest request = request("coordinators:1", "developers:1", "release-managers:1");

        assertThat(tally(
                                request,
                                by(request, "ben", "coordinators", "developers"),
                                by(request, "cyn", "developers", "release-managers"),
                                by(request, "dan", "coordinators"))
                        .isFilled())
                .isTrue();
    }

    @Test
    void aGroupThatIsNamedTwiceOwesBoth() {
        DeploymentRequest request = request("developers:1", "developers:1");

        assertThat(tally(request).missing()).isEqualTo("2 of developers");
        assertThat(tally(request, by(request, "ben", "developers")).isFilled()).isFalse();
        assertThat(tally(request, by(request, "ben", "developers"), by(request, "cyn", "developers"))
                        .isFilled())
                .isTrue();
    }

    @Test
    void theRequesterNeverCounts() {
        DeploymentRequest request = request("developers:1");

        assertThat(tally(request, by(request, "ada", "developers")).isFilled()).isFalse();
    }

    @Test
    void anOkayForAnotherAgreementDoesNotCountEvenForTheSameRevision() {
        DeploymentRequest before = request("developers:1");
        DeploymentRequest request = before.retarget(AGREED, ARequest.OPENED.plusSeconds(1), before.expiresAt());

        assertThat(tally(request, by(before, "ben", "developers")).isFilled()).isFalse();
        assertThat(tally(before, by(request, "ben", "developers")).isFilled()).isFalse();
        assertThat(tally(request, by(request, "ben", "developers")).isFilled()).isTrue();
    }

    @Test
    void anOkayForOtherRevisionsDoesNotCount() {
        DeploymentRequest request = request("developers:1");
        DeploymentRequest other = ARequest.waiting(NEXT, request.practice());

        assertThat(tally(request, by(other, "ben", "developers")).isFilled()).isFalse();
    }

    @Test
    void aGroupThatIsNotAskedDoesNotHelp() {
        DeploymentRequest request = request("developers:1");

        assertThat(tally(request, by(request, "ben", "forum-team")).missing()).isEqualTo("1 of developers");
        assertThat(tally(request).wouldHelp("forum-team")).isFalse();
    }

    @Test
    void aGroupHelpsWhileItOwesAnOkayOrCanFreeSomebodyForOneThatDoes() {
        DeploymentRequest request = request("coordinators:1", "release-managers:1");
        Tally bothByOne = tally(request, by(request, "ben", "coordinators", "release-managers"));
        Tally coordinated = tally(request, by(request, "ben", "coordinators"));

        assertThat(bothByOne.wouldHelp("coordinators")).isTrue();
        assertThat(bothByOne.wouldHelp("release-managers")).isTrue();
        assertThat(coordinated.wouldHelp("coordinators")).isFalse();
        assertThat(coordinated.groups()).containsExactly("release-managers");
        assertThat(coordinated.missing()).isEqualTo("1 of release-managers");
    }

    @Test
    void moreThanIsAskedChangesNothing() {
        DeploymentRequest request = request("developers:1");

        Tally tally = tally(request, by(request, "ben", "developers"), by(request, "cyn", "developers"));

        assertThat(tally.isFilled()).isTrue();
        assertThat(tally.groups()).isEmpty();
        assertThat(tally.missing()).isEmpty();
    }

    private static DeploymentRequest request(String... quorums) {
        return ARequest.waiting(AGREED, ARequest.practice(Path.TEAM_CONSENSUS, Duration.ZERO, List.of(), quorums));
    }

    private static Approval by(DeploymentRequest request, String approver, String... groups) {
        return ARequest.approval(request, approver, groups);
    }

    private static Tally tally(DeploymentRequest request, Approval... approvals) {
        return Tally.of(request, List.of(approvals));
    }
}
