package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;

class ApprovalTests {

    private static final Agreement AGREED =
            new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}");

    @Test
    void somebodyInOneOfTheGroupsAskedApproves() {
        assertThatIllegalArgumentException().isThrownBy(() -> approval(" ", List.of("developers")));
        assertThatIllegalArgumentException().isThrownBy(() -> approval("ben", List.of()));
    }

    @Test
    void nobodyChangesItAfterwards() {
        List<String> groups = new ArrayList<>(List.of("developers"));
        Approval approval = approval("ben", groups);

        groups.add("release-managers");

        assertThat(approval.groups()).containsExactly("developers");
    }

    @Test
    void itIsGivenInThoseGroupsThatAreAskedAndThatTheApproverIsInNow() {
        DeploymentRequest request = ARequest.waiting(
                AGREED,
                ARequest.practice(
                        Path.CHANGE_BOARD,
                        Duration.ZERO,
                        List.of(),
                        "coordinators:1",
                        "developers:2",
                        "coordinators:1"));

        assertThat(Approval.of(request, "ben", Set.of("forum-team", "coordinators"), "Fine", ARequest.OPENED))
                .contains(new Approval(1, "ben", List.of("coordinators"), List.of("b"), "Fine", ARequest.OPENED));
        assertThat(Approval.of(request, "cyn", Set.of("developers", "coordinators"), "", ARequest.OPENED))
                .hasValueSatisfying(okay -> assertThat(okay.groups()).containsExactly("coordinators", "developers"));
        assertThat(Approval.of(request, "dan", Set.of("forum-team"), "", ARequest.OPENED))
                .isEmpty();
        assertThat(Approval.of(request, "eve", Set.of(), "", ARequest.OPENED)).isEmpty();
    }

    @Test
    void itIsForTheAgreementOfTheMoment() {
        Agreement next = new Agreement(AGREED.application(), List.of("a"), List.of("c"), "{}");
        DeploymentRequest request = ARequest.waiting(
                        AGREED, ARequest.practice(Path.TEAM_CONSENSUS, Duration.ZERO, List.of(), "developers:1"))
                .retarget(next, ARequest.OPENED, ARequest.OPENED);

        assertThat(Approval.of(request, "ben", Set.of("developers"), "", ARequest.OPENED))
                .hasValueSatisfying(okay -> {
                    assertThat(okay.agreement()).isEqualTo(2);
                    assertThat(okay.revisions()).containsExactly("c");
                });
    }

    private static Approval approval(String approver, List<String> groups) {
        return new Approval(1, approver, groups, List.of("b"), "", ARequest.OPENED);
    }
}
