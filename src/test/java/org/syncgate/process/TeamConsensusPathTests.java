package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/** Two of the team agree and an hour passes; nobody has to be told, so the clock runs from the request on. */
@Walks("path-team-consensus")
class TeamConsensusPathTests extends PathRun {

    private static final Duration NOTICE = Duration.ofHours(1);

    TeamConsensusPathTests() {
        super(TEAM);
    }

    @Test
    void twoOfTheTeamMakeAConsensus() {
        DeploymentRequest request = started();
        clock.passes(NOTICE);
        fire("noticeElapsed");
        approve("dev2");
        assertThat(argoCd.asked()).isZero();
        assertThat(task().getTaskDefinitionKey()).isEqualTo("approveDeployment");

        approve("dev3");
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(task()).isNull();
    }

    @Test
    void whereNobodyHasToBeToldTheClockRunsFromTheRequestOn() {
        DeploymentRequest request = started();

        assertThat(due("noticeElapsed")).isEqualTo(now(request).agreedAt().plus(NOTICE));
        assertThat(notices(request)).isEmpty();
    }

    @Test
    void nobodyApprovesTwice() {
        DeploymentRequest request = started();
        approve("dev2");

        refused(() -> as("dev2", () -> tasks.claim(task().getId(), "dev2"))).hasMessageContaining("already");
        refused(() -> approve("dev2")).hasMessageContaining("already");

        assertThat(kinds(request)).containsOnlyOnce(Kind.APPROVED);
    }

    @Test
    void whoAskedIsNotOneOfTheTwo() {
        started();

        refused(() -> approve("dev")).hasMessageContaining("their own request");
    }

    @Test
    void theSecondIsRemindedAndWaitedForAnew() {
        DeploymentRequest request = started();
        clock.passes(Duration.ofHours(3));
        approve("dev2");
        assertThat(due("approvalReminderDue")).isEqualTo(clock.instant().plus(Duration.ofHours(4)));

        fire("approvalReminderDue");
        clock.passes(Duration.ofDays(3));
        fire("approvalExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(words(request)).isEqualTo("Nobody approved it in time: 1 of developers missing.");
    }

    @Test
    void oneRejectionEndsItWhoeverHasApproved() {
        DeploymentRequest request = started();
        approve("dev2");

        reject("dev3", "The staff are on leave this week");

        assertThat(endOf(request)).isEqualTo("requestRejected");
    }

    @Test
    void anOkayForWhatIsNoLongerAgreedIsRefused() {
        DeploymentRequest request = started();
        argoCd.pends(NEWER);
        amend("dev", request, "retarget", "");

        refused(() -> as("dev2", () -> tasks.complete(task().getId(), Map.of("decision", "approve"))))
                .hasMessageContainingAll("no longer stands", request.id().text());
    }
}
