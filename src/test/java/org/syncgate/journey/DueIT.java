package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Failed;

/** What happens when nobody acts: timers are run by hand, as if they were due. */
class DueIT extends SyncJourney {

    @Autowired
    JobExecutor jobs;

    @AfterEach
    void theJobExecutorIsOn() {
        if (!jobs.isActive()) {
            jobs.start();
        }
    }

    @Test
    void aTimerThatIsNotDueEndsNothing() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = ask("dev", application);
        awaitWaiting(request, "sync windows");

        timers(request, "requestExpired").forEach(job -> management.executeJob(job.getId()));

        assertThat(awaitWaiting(request, "sync windows").isOpen()).isTrue();
        openWindow(application);
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
    }

    @Test
    void aFailedSyncIsRemindedOf() {
        DeploymentRequest request = failed();
        String task = awaitTask(request, "resolveFailedSync");

        due(request, "reminderDue");

        await().atMost(PATIENCE).until(() -> recorded(request).contains(Kind.FAILURE_REMINDED));
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getPriority())
                .isEqualTo(100);
        assertThat(now(request).standing()).isInstanceOf(Failed.class);
        decide(request, "give-up");
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.GIVEN_UP);
        assertOver(request, Kind.GIVEN_UP);
    }

    @Test
    void aFailedSyncThatNobodyDecidesOnEndsTheRequest() {
        DeploymentRequest request = failed();

        due(request, "failureExpired");

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.EXPIRED);
        assertThat(now(request).standing().words())
                .contains("Nobody decided what to do about the failed sync in time.", "Argo CD says: no");
        assertOver(request, Kind.EXPIRED);
        assertThat(requests.openFor(request.agreement().application())).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfWhatIsDecided() {
        DeploymentRequest request = failed();
        jobs.shutdown();
        due(request, "reminderDue");
        assertThat(complete(
                                signedIn("dev"),
                                awaitTask(request, "resolveFailedSync"),
                                Map.of("action", "give-up", "reason", "Not needed any more"))
                        .statusCode())
                .isEqualTo(204);
        jobs.start();

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.GIVEN_UP);
        assertOver(request, Kind.GIVEN_UP);
    }

    private DeploymentRequest failed() {
        ApplicationId application = pending();
        behave(application, Behaviour.fails("no"));
        return awaitFailed(ask("dev", application));
    }

    /** Runs the timer of an event; another timer may be taking the same token away and back meanwhile. */
    private void due(DeploymentRequest request, String event) {
        await(event).atMost(PATIENCE).ignoreExceptions().until(() -> {
            List<Job> found = timers(request, event);
            found.forEach(job -> management.executeJob(job.getId()));
            return !found.isEmpty();
        });
    }

    private List<Job> timers(DeploymentRequest request, String event) {
        return processes(request)
                .flatMap(process ->
                        management
                                .createJobQuery()
                                .processInstanceId(process.getId())
                                .activityId(event)
                                .timers()
                                .list()
                                .stream())
                .toList();
    }

    private Stream<ProcessInstance> processes(DeploymentRequest request) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(request.id().text())
                .list()
                .stream();
    }

    /** Its last entry says so, and no process is left of it. */
    private void assertOver(DeploymentRequest request, Kind last) {
        await().atMost(PATIENCE).until(() -> processes(request).findAny().isEmpty());
        assertThat(recorded(request)).endsWith(last);
    }
}
