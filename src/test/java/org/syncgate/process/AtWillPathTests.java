package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ActiveProfiles;
import org.syncgate.SyncgateApplication;
import org.syncgate.argocd.ApplicationMoved;
import org.syncgate.demo.DemoPlace;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/**
 * The shipped models from end to end, step by step: no job runs and no time passes unless a test says so. Together the
 * tests reach every flow node.
 */
@SpringBootTest(
        classes = SyncgateApplication.class,
        properties = {
            "spring.config.additional-location=classpath:/demo/",
            "camunda.bpm.job-execution.enabled=false",
            "syncgate.sync.soak=30s",
            "syncgate.clusters[0].name=idfdev",
            "syncgate.clusters[0].deployment=science",
            "syncgate.clusters[0].tier=dev",
            "syncgate.clusters[0].kubeconfig=target/no-kubeconfig",
            "syncgate.clusters[0].context=idfdev"
        })
@Import({EmbeddedDatabase.class, AtWillPathTests.Scripted.class})
@ActiveProfiles("local")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtWillPathTests {

    private static final Duration SOAK = Duration.ofSeconds(30);

    private static final List<String> MODELS = List.of("deploy-application", "path-at-will", "part-sync");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final Requests requests;
    private final Records records;
    private final ScriptedArgoCd argoCd;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final MovableClock clock;
    private final Executor nudges;

    @Autowired
    AtWillPathTests(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            HistoryService history,
            IdentityService identity,
            RepositoryService repository,
            Requests requests,
            Records records,
            ScriptedArgoCd argoCd,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            MovableClock clock,
            @Qualifier("nudgeExecutor") Executor nudges) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.identity = identity;
        this.repository = repository;
        this.requests = requests;
        this.records = records;
        this.argoCd = argoCd;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.nudges = nudges;
    }

    @TestConfiguration
    static class Scripted {

        @Bean
        @Primary
        ScriptedArgoCd scriptedArgoCd() {
            return new ScriptedArgoCd();
        }

        @Bean
        @Primary
        MovableClock movableClock() {
            // the database keeps microseconds
            return new MovableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @BeforeEach
    void gafaelfawrHasAPendingUpgrade() {
        ObjectNode seeded = DemoPlace.only("idfdev").populations().get(0).objects().stream()
                .filter(object -> object.path("kind").asText().equals("Application"))
                .filter(object -> object.at("/metadata/name").asText().equals("gafaelfawr"))
                .findFirst()
                .orElseThrow();
        argoCd.holds(seeded.deepCopy());
    }

    @AfterEach
    void nobodyIsSignedIn() {
        leave();
        jdbc.sql("update syncgate.request set status = 'ended', outcome = 'given-up', ended_at = opened_at"
                        + " where ended_at is null")
                .update();
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "left over by a test"));
    }

    @Test
    void aHealthySyncEndsAsDeployed() {
        DeploymentRequest request = start();
        run();
        argoCd.begins();
        fire("followDue");
        argoCd.succeeds("Healthy");
        fire("followDue");
        clock.passes(SOAK);
        fire("followDue");

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void theWatchsWordWakesWhoFollowsASync() {
        DeploymentRequest request = start();
        run();
        argoCd.begins();
        moved();

        awaitHistory("syncMoved");
        run();

        assertThat(kinds(request)).contains(Kind.SYNC_STARTED);
    }

    @Test
    void aShutGateIsAskedAgainOnTheWatchsWordAndWhenItIsTime() {
        DeploymentRequest request = start();
        argoCd.edit(node -> node.putObject("operation").putObject("initiatedBy").put("username", "admin"));
        run();
        assertThat(now(request).standing().words()).isEqualTo("An operation by admin is in progress.");

        fire("nextLookDue");
        assertThat(kinds(request)).containsOnlyOnce(Kind.GATE_WAITS);

        argoCd.edit(node -> node.remove("operation"));
        moved();
        awaitHistory("applicationMoved");
        run();
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void aGateThatStaysShutEndsAsExpired() {
        DeploymentRequest request = start();
        argoCd.goesDown();
        run();
        argoCd.comesUp();

        fire("requestExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void aChangedSourceEndsAsVoid() {
        DeploymentRequest request = start();
        argoCd.edit(node -> node.withObject("/spec/source").put("path", "applications/another"));
        run();

        assertThat(endOf(request)).isEqualTo("agreementVoided");
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void anApplicationThatIsBeingDeletedEndsAsRefused() {
        DeploymentRequest request = start();
        argoCd.edit(node -> node.withObject("/metadata").put("deletionTimestamp", "2026-11-23T06:00:00Z"));
        run();

        assertThat(endOf(request)).isEqualTo("requestRefused");
    }

    @Test
    void aGrantThatIsNotTakenIsJudgedAgain() {
        DeploymentRequest request = start();
        runUntil("requestSync");
        argoCd.edit(node -> node.withObject("/status").put("reconciledAt", "2026-11-23T06:00:00Z"));
        run();

        assertThat(kinds(request)).containsSequence(Kind.SYNC_GRANTED, Kind.GRANT_LAPSED, Kind.SYNC_GRANTED);
        assertThat(now(request).currentAttempt().number()).isEqualTo(2);
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void aFailedSyncCanBeRetriedAndThenGivenUp() {
        DeploymentRequest request = failed("the hook failed");
        decide("retry", "");
        run();
        assertThat(argoCd.asked()).isEqualTo(2);
        argoCd.begins();
        argoCd.fails("the hook failed again");
        fire("followDue");

        decide("give-up", "The hook needs a fix first");

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
        assertThat(records.of(request.id()))
                .last()
                .extracting(Entry::kind, Entry::who, Entry::why)
                .containsExactly(Kind.GIVEN_UP, "dev", "The hook needs a fix first");
    }

    @Test
    void aDegradedSyncCanBeWaitedFor() {
        DeploymentRequest request = start();
        run();
        argoCd.begins();
        argoCd.succeeds("Degraded");
        fire("followDue");
        clock.passes(SOAK);
        fire("followDue");
        assertThat(task().getName()).isEqualTo("Resolve the failed sync of idfdev/gafaelfawr");

        argoCd.edit(node -> node.withObject("/status/health").put("status", "Healthy"));
        decide("wait", "");
        clock.passes(SOAK);
        fire("followDue");

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void aFailedSyncThatNobodyDecidesOnIsRemindedOfAndEndsAsExpired() {
        DeploymentRequest request = failed("no endpoints");

        fire("reminderDue");
        assertThat(task().getPriority()).isEqualTo(100);
        assertThat(task().getName()).isEqualTo("Reminder: Resolve the failed sync of idfdev/gafaelfawr");
        fire("failureExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
        assertThat(kinds(request)).endsWith(Kind.FAILURE_REMINDED, Kind.EXPIRED);
    }

    @Test
    void whatHasExpiredIsNotGrantedEvenIfNobodyHasSaidSoYet() {
        DeploymentRequest request = start();
        clock.passes(Duration.ofDays(8));
        run();
        assertThat(argoCd.asked()).isZero();

        fire("requestExpired");

        assertThat(endOf(request)).isEqualTo("requestExpired");
    }

    @Test
    void anApplicationThatIsWrittenToAllTheTimeIsAskedAboutWithGrowingPauses() {
        DeploymentRequest request = start();
        runUntil("requestSync");
        argoCd.edit(node -> {});
        step("requestSync");
        runUntil("requestSync");
        argoCd.edit(node -> {});
        run();
        assertThat(now(request).currentAttempt().number()).isEqualTo(2);
        assertThat(argoCd.asked()).isZero();

        clock.passes(Duration.ofSeconds(1));
        fire("nextLookDue");

        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void whatTheKubernetesApiRefusesIsAskedAbout() {
        DeploymentRequest request = start();
        argoCd.forbids();
        run();

        assertThat(task().getTaskDefinitionKey()).isEqualTo("resolveFailedSync");
        assertThat(now(request).standing().words()).endsWith("answered 403: applications are forbidden");
    }

    @Test
    void aFailureLongerThanTheEngineCanHoldReachesTheTaskInPart() {
        DeploymentRequest request = failed("no endpoints ".repeat(1000));

        assertThat((String) tasks.getVariable(task().getId(), Vars.FAILURE)).endsWith("(in full under Requests)");
        assertThat(now(request).standing().words()).hasSizeGreaterThan(12_000);
    }

    @Test
    void nobodyDecidesOnWhatCannotBeSeen() {
        failed("no endpoints");
        argoCd.goesDown();

        assertThatThrownBy(() -> decide("retry", "")).hasMessageContaining("idfdev cannot be reached");
        assertThatThrownBy(() -> decide("wait", "")).hasMessageContaining("idfdev cannot be reached");
    }

    @Test
    void aDecisionThatCannotBeMeantIsRefusedAndTheTaskStays() {
        failed("no endpoints");

        assertThatThrownBy(() -> decide("rollback", "")).hasMessageContaining("Choose what to do next");
        assertThatThrownBy(() -> decide("wait", "")).hasMessageContaining("There is nothing to wait for");
        assertThatThrownBy(() -> decide("give-up", "too short")).hasMessageContaining("at least 10 characters");

        assertThat(task().getTaskDefinitionKey()).isEqualTo("resolveFailedSync");
    }

    @AfterAll
    void everyFlowNodeWasReached() {
        Set<String> reached = new HashSet<>();
        for (HistoricActivityInstance activity :
                history.createHistoricActivityInstanceQuery().list()) {
            reached.add(activity.getProcessDefinitionKey() + "/" + activity.getActivityId());
        }
        Set<String> missed = new TreeSet<>();
        for (String model : MODELS) {
            ProcessDefinition definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(model)
                    .latestVersion()
                    .singleResult();
            repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).stream()
                    .map(node -> model + "/" + node.getId())
                    .filter(node -> !reached.contains(node))
                    .forEach(missed::add);
        }
        assertThat(missed).isEmpty();
    }

    private void enter() {
        identity.setAuthentication("dev", List.of("developers"));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "dev", "", AuthorityUtils.createAuthorityList("GROUP_developers")));
    }

    private void leave() {
        identity.clearAuthentication();
        SecurityContextHolder.clearContext();
    }

    private DeploymentRequest start() {
        enter();
        runtime.startProcessInstanceByKey(
                "deploy-application",
                Map.of(
                        "application", "idfdev/gafaelfawr",
                        "disruption", "none",
                        "change", "minor",
                        "reason", "Needed for the commissioning run",
                        "ticket", ""));
        leave();
        return requests.openFor(ScriptedArgoCd.APPLICATION).orElseThrow();
    }

    private DeploymentRequest failed(String message) {
        DeploymentRequest request = start();
        run();
        argoCd.begins();
        argoCd.fails(message);
        fire("followDue");
        return request;
    }

    /** Runs what is to be run at once, and nothing that waits for its time. */
    private void run() {
        runUntil("");
    }

    private void runUntil(String activity) {
        Optional<Job> next = nextJob(activity);
        while (next.isPresent()) {
            execute(next.orElseThrow());
            next = nextJob(activity);
        }
    }

    private Optional<Job> nextJob(String except) {
        return management.createJobQuery().messages().list().stream()
                .filter(job -> !management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()
                        .equals(except))
                .findFirst();
    }

    private void fire(String timer) {
        step(timer);
        run();
    }

    private void step(String activity) {
        execute(management.createJobQuery().activityId(activity).singleResult());
    }

    /** Runs a job and lets what it hinted at be heard, so that nothing goes on behind a test's back. */
    private void execute(Job job) {
        management.executeJob(job.getId());
        CompletableFuture.runAsync(() -> {}, nudges).join();
    }

    private void moved() {
        events.publishEvent(new ApplicationMoved(
                ScriptedArgoCd.APPLICATION, Optional.empty(), argoCd.seen(ScriptedArgoCd.APPLICATION)));
    }

    private void awaitHistory(String activity) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> management.createJobQuery().messages().count() > 0
                        && history.createHistoricActivityInstanceQuery()
                                        .activityId(activity)
                                        .finished()
                                        .count()
                                > 0);
    }

    private Task task() {
        return tasks.createTaskQuery().singleResult();
    }

    private void decide(String action, String reason) {
        enter();
        try {
            tasks.complete(task().getId(), Map.of("action", action, "reason", reason));
        } finally {
            leave();
        }
        run();
    }

    private DeploymentRequest now(DeploymentRequest request) {
        return requests.find(request.id()).orElseThrow();
    }

    private List<Kind> kinds(DeploymentRequest request) {
        return records.of(request.id()).stream().map(Entry::kind).toList();
    }

    private String endOf(DeploymentRequest request) {
        assertThat(now(request).isOpen()).isFalse();
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(request.processInstance())
                .activityType("noneEndEvent")
                .singleResult()
                .getActivityId();
    }
}
