package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/** A release manager, a coordinator and a developer agree, of whom one may be in several groups but counts once. */
@Walks({"path-change-board", "part-approval"})
class ChangeBoardPathTests extends PathRun {

    private static final Duration NOTICE = Duration.ofHours(48);

    ChangeBoardPathTests() {
        super(BOARD);
    }

    @Test
    void eachGroupIsAskedAndOneOfEachAgrees() {
        DeploymentRequest request = started();
        assertThat(names()).hasSize(3);
        approve("rel2", task("release-managers"));
        approve("coord", task("coordinators"));
        assertThat(names()).singleElement().asString().endsWith(" (developers)");
        approve("dev2", task("developers"));

        clock.passes(NOTICE);
        fire("noticeElapsed");
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(notices(request)).filteredOn(NoticeKind.APPROVAL::equals).hasSize(3);
        assertThat(channels.posted(COM_SQUARE).get(1).text()).contains("\nOkays still missing: ");
    }

    @Test
    void whoIsInAllGroupsCountsOnceAndWhereItHelps() {
        DeploymentRequest request = started();
        approve("all", task("developers"));
        assertThat(names())
                .as("each okay would help, since who is in all groups takes the seat that is left")
                .hasSize(3);
        refused(() -> approve("all", task("coordinators"))).hasMessageContaining("already");

        approve("coord", task("coordinators"));
        approve("rel2", task("release-managers"));

        assertThat(task()).isNull();
        assertThat(kinds(request)).filteredOn(Kind.APPROVED::equals).hasSize(3);
    }

    @Test
    void aGroupWhoseOkayHelpsNoLongerIsCalledOff() {
        started();
        approve("rel", task("developers"));
        assertThat(names()).hasSize(3);

        approve("dev2", task("developers"));

        assertThat(names()).singleElement().asString().endsWith(" (coordinators)");
    }

    @Test
    void oneNoOfAnyGroupEndsItForAll() {
        DeploymentRequest request = started();
        approve("rel2", task("release-managers"));

        complete("coord", task("coordinators"), Map.of("decision", "reject", "comment", "Not this week, please"));

        assertThat(endOf(request)).isEqualTo("requestRejected");
        assertThat(task()).isNull();
    }

    @Test
    void eachGroupIsRemindedByItself() {
        DeploymentRequest request = started();

        management.createJobQuery().activityId("approvalReminderDue").list().stream()
                .limit(1)
                .forEach(job -> management.executeJob(job.getId()));
        run();

        assertThat(names()).filteredOn(name -> name.startsWith("Reminder: ")).hasSize(1);
        assertThat(records.of(request.id()))
                .filteredOn(entry -> entry.kind() == Kind.APPROVAL_REMINDED)
                .singleElement()
                .extracting(Entry::why)
                .asString()
                .containsPattern("Still asked: [a-z-]+\\.$");
    }

    @Test
    void whatOneGroupDoesNotApproveInTimeExpires() {
        DeploymentRequest request = started();
        approve("rel2", task("release-managers"));
        approve("dev2", task("developers"));
        clock.passes(Duration.ofDays(3));

        fire("approvalExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(words(request)).isEqualTo("Nobody approved it in time: 1 of coordinators missing.");
    }

    private List<String> names() {
        return tasks.createTaskQuery().list().stream().map(Task::getName).toList();
    }
}
