package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.record.Kind;
import org.syncgate.request.Approval;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;

/** An okay counts only from a member of the group at that time, and at that time alone (S4). */
class MembershipTests extends PathRun {

    private static final Duration NOTICE = Duration.ofHours(48);

    @Autowired
    Approvals approvals;

    MembershipTests() {
        super(BOARD);
    }

    @Test
    void whoeverHasClaimedTheTaskAndHasLeftTheGroupWhenTheyCompleteItIsRefused() {
        DeploymentRequest request = started();
        Task asked = task("release-managers");
        as("rel2", () -> tasks.claim(asked.getId(), "rel2"));
        signsIn("rel2", "developers");

        refused(() -> approve("rel2", asked))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("neither named for it nor in a group that it is offered to");

        assertThat(given(request)).isEmpty();
        assertThat(kinds(request)).doesNotContain(Kind.APPROVED);
    }

    @Test
    void whoeverIsKnownToHaveLeftAllGroupsIsRefusedAlthoughTheirSessionDoesNotKnowYet() {
        DeploymentRequest request = started();
        Task asked = task("release-managers");
        signsInElsewhere("rel2");

        refused(() -> approve("rel2", asked))
                .hasMessage("You are in none of the groups that are asked to approve this.");

        assertThat(given(request)).isEmpty();
        assertThat(kinds(request)).doesNotContain(Kind.APPROVED);
    }

    @Test
    void whoeverIsInAGroupThatIsNotAskedIsRefusedInTheSameWords() {
        DeploymentRequest request = started();
        Task asked = task("release-managers");
        signsInElsewhere("rel2", "forum-team");

        refused(() -> approve("rel2", asked))
                .hasMessage("You are in none of the groups that are asked to approve this.");

        assertThat(given(request)).isEmpty();
    }

    @Test
    void theGroupsThatAreKeptAreThoseOfTheMoment() {
        DeploymentRequest request = started();
        signsInElsewhere("all", "coordinators", "forum-team");

        approve("all", task("developers"));

        assertThat(given(request))
                .singleElement()
                .extracting(Approval::approver, Approval::groups)
                .containsExactly("all", List.of("coordinators"));
        assertThat(missing(request)).isEqualTo("1 of release-managers, 1 of developers");
    }

    @Test
    void whoeverLeavesTheGroupsLaterHasStillApprovedForThem() {
        DeploymentRequest request = started();
        approve("all", task("developers"));
        signsIn("all");

        approve("rel2", task("release-managers"));
        approve("dev2", task("developers"));
        signsIn("rel2");
        signsIn("dev2");
        clock.passes(NOTICE);
        fire("noticeElapsed");

        assertThat(given(request))
                .filteredOn(okay -> okay.approver().equals("all"))
                .singleElement()
                .extracting(Approval::groups)
                .asList()
                .containsExactlyInAnyOrder("release-managers", "coordinators", "developers");
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void whoeverJoinsAGroupLaterHasNotApprovedForIt() {
        DeploymentRequest request = started();
        approve("dev2", task("developers"));
        signsIn("dev2", "developers", "coordinators");
        approve("rel2", task("release-managers"));

        assertThat(missing(request)).isEqualTo("1 of coordinators");
        assertThat(task().getName()).endsWith(" (coordinators)");
        refused(() -> approve("dev2")).hasMessageContaining("You have approved this deployment already");
    }

    private List<Approval> given(DeploymentRequest request) {
        return approvals.of(request.id(), 1);
    }

    private String missing(DeploymentRequest request) {
        return approvals.tally(now(request)).missing();
    }
}
