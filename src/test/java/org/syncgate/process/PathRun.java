package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.assertj.core.api.AbstractThrowableAssert;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
import org.syncgate.argocd.LiveApplication;
import org.syncgate.demo.DemoPlace;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.demo.MovableClock;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.Tier;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/**
 * The shipped models from end to end, step by step: no job runs and no time passes unless a test says so. One context
 * serves all classes; each has a cluster to deploy to, by which the practice chooses the path.
 */
@SpringBootTest(
        classes = SyncgateApplication.class,
        properties = {
            "spring.config.additional-location=classpath:/demo/",
            "syncgate.window.open-ahead=false",
            // what is synced past the gate is recorded, and starts nothing behind a test's back
            "syncgate.gated-tiers=",
            "camunda.bpm.job-execution.enabled=false",
            "syncgate.practice.location=classpath:/practice/every-path.dmn",
            "syncgate.sync.soak=30s",
            "syncgate.request.decision-reminder=5h",
            "syncgate.request.decision-expiry=4d",
            "syncgate.clusters[0].name=idfdev",
            "syncgate.clusters[0].deployment=science",
            "syncgate.clusters[0].tier=dev",
            "syncgate.clusters[0].kubeconfig=target/no-kubeconfig",
            "syncgate.clusters[0].context=idfdev",
            "syncgate.clusters[1].name=idfint",
            "syncgate.clusters[1].deployment=science",
            "syncgate.clusters[1].tier=int",
            "syncgate.clusters[1].kubeconfig=target/no-kubeconfig",
            "syncgate.clusters[1].context=idfint",
            "syncgate.clusters[2].name=idfprod",
            "syncgate.clusters[2].deployment=science",
            "syncgate.clusters[2].tier=prod",
            "syncgate.clusters[2].kubeconfig=target/no-kubeconfig",
            "syncgate.clusters[2].context=idfprod",
            "syncgate.clusters[3].name=tucson-teststand",
            "syncgate.clusters[3].deployment=telescope",
            "syncgate.clusters[3].tier=int",
            "syncgate.clusters[3].kubeconfig=target/no-kubeconfig",
            "syncgate.clusters[3].context=tucson-teststand",
            "syncgate.clusters[4].name=summit",
            "syncgate.clusters[4].deployment=telescope",
            "syncgate.clusters[4].tier=prod",
            "syncgate.clusters[4].kubeconfig=target/no-kubeconfig",
            "syncgate.clusters[4].context=summit",
            "syncgate.clusters[5].name=base",
            "syncgate.clusters[5].deployment=telescope",
            "syncgate.clusters[5].tier=bleed",
            "syncgate.clusters[5].kubeconfig=target/no-kubeconfig",
            "syncgate.clusters[5].context=base",
            "syncgate.clusters[6].name=roundtable-prod",
            "syncgate.clusters[6].deployment=roundtable",
            "syncgate.clusters[6].tier=prod",
            "syncgate.clusters[6].kubeconfig=target/no-kubeconfig",
            "syncgate.clusters[6].context=roundtable-prod",
            "syncgate.clusters[7].name=community",
            "syncgate.clusters[7].deployment=community",
            "syncgate.clusters[7].tier=prod",
            "syncgate.clusters[7].kubeconfig=target/no-kubeconfig",
            "syncgate.clusters[7].context=community"
        })
@Import({EmbeddedDatabase.class, PathRun.Scripted.class})
@ActiveProfiles("local")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PathRun {

    static final Cluster AT_WILL = new Cluster("idfdev", "science", Tier.DEV);
    static final Cluster COURTESY_NOTICE = new Cluster("idfint", "science", Tier.INT);
    static final Cluster RELEASE_MANAGER = new Cluster("idfprod", "science", Tier.PROD);
    static final Cluster TEAM = new Cluster("tucson-teststand", "telescope", Tier.INT);
    static final Cluster OUT_OF_HOURS = new Cluster("community", "community", Tier.PROD);
    static final Cluster BOARD = new Cluster("summit", "telescope", Tier.PROD);

    static final Cluster CONFIRMED_WINDOW = new Cluster("base", "telescope", Tier.BLEED);
    static final Cluster WEEKLY_WINDOW = new Cluster("roundtable-prod", "roundtable", Tier.PROD);

    static final String RSP_TEAM = "#rsp-team";
    static final String COM_SQUARE = "#com-square";

    static final String NEWER = "e".repeat(40);

    static final Duration SOAK = Duration.ofSeconds(30);

    private static final ObjectNode SEEDED = DemoPlace.only("idfdev").populations().get(0).objects().stream()
            .filter(object -> object.path("kind").asText().equals("Application"))
            .filter(object -> object.at("/metadata/name").asText().equals("gafaelfawr"))
            .findFirst()
            .orElseThrow();

    private static final Map<String, List<String>> PEOPLE = Map.ofEntries(
            Map.entry("dev", List.of("developers")),
            Map.entry("dev2", List.of("developers")),
            Map.entry("dev3", List.of("developers")),
            Map.entry("rel", List.of("release-managers", "developers")),
            Map.entry("rel2", List.of("release-managers")),
            Map.entry("coord", List.of("coordinators")),
            Map.entry("coord2", List.of("coordinators")),
            Map.entry("tel", List.of("telescope-configuration-managers")),
            Map.entry("forum", List.of("forum-team")),
            Map.entry("all", List.of("release-managers", "coordinators", "developers")),
            Map.entry("admin", List.of("syncgate-admins")));

    private Cluster cluster;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    Requests requests;

    @Autowired
    Records records;

    @Autowired
    WrittenNotices written;

    @Autowired
    ScriptedArgoCd argoCd;

    @Autowired
    ScriptedNotices channels;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MovableClock clock;

    @Autowired
    RequestTimes times;

    @Autowired
    @Qualifier("nudgeExecutor")
    Executor nudges;

    private final Map<String, List<String>> groups = new HashMap<>();

    /** The activity of each job definition that was run. */
    private final Map<String, String> activities = new HashMap<>();

    private Date begun = new Date();

    PathRun(Cluster cluster) {
        this.cluster = cluster;
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
        ScriptedNotices scriptedNotices() {
            return new ScriptedNotices();
        }

        @Bean
        @Primary
        MovableClock movableClock() {
            // the database keeps microseconds
            return new MovableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @BeforeAll
    void begins() {
        begun = new Date();
    }

    @BeforeEach
    void everybodyHasSignedIn() {
        PEOPLE.forEach((id, in) -> signsIn(id, in.toArray(String[]::new)));
    }

    @BeforeEach
    void gafaelfawrHasAPendingUpgrade() {
        argoCd.holds(cluster, SEEDED.deepCopy());
        channels.areEmpty();
    }

    /** From now on it is about another cluster, and so about another path. */
    final void moveTo(Cluster other) {
        cluster = other;
        gafaelfawrHasAPendingUpgrade();
    }

    @AfterEach
    void nothingIsLeft() {
        leave();
        // what is hinted at may hint at more
        heard();
        heard();
        heard();
        jdbc.sql("update syncgate.request set status = 'ended', outcome = 'given-up', ended_at = opened_at"
                        + " where ended_at is null")
                .update();
        jdbc.sql("update syncgate.maintenance_window set status = 'ended', over_at = ends_at where over_at is null")
                .update();
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "left over by a test"));
    }

    @AfterAll
    void everyFlowNodeWasReached() {
        Set<String> reached = new HashSet<>();
        for (HistoricActivityInstance activity : history.createHistoricActivityInstanceQuery()
                .startedAfter(begun)
                .list()) {
            reached.add(activity.getProcessDefinitionKey() + "/" + activity.getActivityId());
        }
        Walks walks = getClass().getAnnotation(Walks.class);
        Set<String> missed = new TreeSet<>();
        for (String model : walks == null ? new String[0] : walks.value()) {
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

    final ApplicationId application() {
        return new ApplicationId(cluster.name(), "gafaelfawr");
    }

    /** From now on somebody is in these groups and no other. */
    final void signsIn(String who, String... in) {
        groups.put(who, List.of(in));
        signsInElsewhere(who, in);
    }

    /** The same, but who they are here is still what their sign-in before said. */
    final void signsInElsewhere(String who, String... in) {
        jdbc.sql("insert into syncgate.person (id, name, groups, seen_at) values (:id, :id, :groups, now())"
                        + " on conflict (id) do update set groups = excluded.groups")
                .param("id", who)
                .param("groups", in)
                .update();
    }

    final void enter(String who) {
        List<String> in = groups.getOrDefault(who, List.of());
        identity.setAuthentication(who, in);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        who,
                        "",
                        AuthorityUtils.createAuthorityList(
                                in.stream().map(group -> "GROUP_" + group).toList())));
    }

    final void leave() {
        identity.clearAuthentication();
        SecurityContextHolder.clearContext();
    }

    /** Does something as somebody who is signed in. */
    final void as(String who, Runnable what) {
        enter(who);
        try {
            what.run();
        } finally {
            leave();
        }
    }

    /** Developer dev asks for the deployment of what is pending. */
    final DeploymentRequest start() {
        return start("dev");
    }

    final DeploymentRequest start(String who) {
        return start(who, "none");
    }

    final DeploymentRequest start(String who, String disruption) {
        return start(who, disruption, "minor");
    }

    final DeploymentRequest start(String who, String disruption, String change) {
        return start(who, disruption, change, "");
    }

    final DeploymentRequest start(String who, String disruption, String change, String ticket) {
        as(
                who,
                () -> runtime.startProcessInstanceByKey(
                        "deploy-application",
                        Map.of(
                                "application",
                                application().toString(),
                                "disruption",
                                disruption,
                                "change",
                                change,
                                "reason",
                                "Needed for the commissioning run",
                                "ticket",
                                ticket)));
        return requests.openFor(application()).orElseThrow();
    }

    /** Asks for it, and lets everything happen that happens at once. */
    final DeploymentRequest started() {
        DeploymentRequest request = start();
        run();
        return request;
    }

    /** Argo CD does what it was asked for, and it stays healthy. */
    final void syncs() {
        argoCd.begins();
        fire("followDue");
        argoCd.succeeds("Healthy");
        fire("followDue");
        clock.passes(SOAK);
        fire("followDue");
    }

    /** Runs what is to be run at once, and nothing that waits for its time. */
    final void run() {
        runUntil("");
    }

    /** As {@link #run}, but for the jobs of one activity. */
    final void runUntil(String activity) {
        Optional<Job> next = nextJob(activity);
        while (next.isPresent()) {
            execute(next.orElseThrow());
            next = nextJob(activity);
        }
    }

    private Optional<Job> nextJob(String except) {
        return management.createJobQuery().messages().list().stream()
                .sorted(Comparator.comparing(Job::getCreateTime))
                .filter(job -> !activity(job).equals(except))
                .findFirst();
    }

    private String activity(Job job) {
        return activities.computeIfAbsent(
                job.getJobDefinitionId(),
                definition -> management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(definition)
                        .singleResult()
                        .getActivityId());
    }

    /** Fires a timer, and lets everything happen that happens at once. */
    final void fire(String timer) {
        step(timer);
        run();
    }

    /** Fires all timers of an activity, of which there may be several. */
    final void fireEach(String timer) {
        management.createJobQuery().activityId(timer).list().forEach(this::execute);
        run();
    }

    final void step(String activity) {
        execute(job(activity));
    }

    /** When a timer is going to fire. */
    final Instant due(String timer) {
        return job(timer).getDuedate().toInstant();
    }

    final boolean waitsFor(String timer) {
        return management.createJobQuery().activityId(timer).count() > 0;
    }

    private Job job(String activity) {
        return management.createJobQuery().activityId(activity).singleResult();
    }

    /** Runs a job and lets what it hinted at be heard, so that nothing goes on behind a test's back. */
    private void execute(Job job) {
        management.executeJob(job.getId());
        heard();
    }

    /** What was hinted at is done when this returns. */
    final void heard() {
        CompletableFuture.runAsync(() -> {}, nudges).join();
    }

    /** The watch says that the application moved; what it hints at is done when this returns. */
    final void moved() {
        events.publishEvent(new ApplicationMoved(application(), Optional.empty(), argoCd.seen(application())));
        heard();
    }

    /** The same, where something was seen before. */
    final void moved(LiveApplication before) {
        events.publishEvent(new ApplicationMoved(application(), Optional.of(before), argoCd.seen(application())));
        heard();
    }

    /** The one task that is open. */
    final Task task() {
        return tasks.createTaskQuery().singleResult();
    }

    final Task task(String group) {
        return tasks.createTaskQuery().taskCandidateGroup(group).singleResult();
    }

    final void complete(String who, Task task, Map<String, Object> fields) {
        as(who, () -> tasks.complete(task.getId(), fields));
        run();
    }

    final void decide(String who, String action, String reason) {
        complete(who, task(), Map.of("action", action, "reason", reason));
    }

    final void approve(String who) {
        approve(who, task());
    }

    final void approve(String who, Task task) {
        complete(who, task, Map.of("decision", "approve", "comment", ""));
    }

    final void reject(String who, String comment) {
        complete(who, task(), Map.of("decision", "reject", "comment", comment));
    }

    final void amend(String who, DeploymentRequest request, String action, String reason) {
        as(
                who,
                () -> runtime.startProcessInstanceByKey(
                        "amend-request", Map.of("request", request.id().text(), "action", action, "reason", reason)));
    }

    final void amended(String who, DeploymentRequest request, String action) {
        amend(who, request, action, "The commissioning run is put off");
        run();
    }

    static AbstractThrowableAssert<?, ?> refused(Runnable what) {
        return assertThatThrownBy(what::run);
    }

    final DeploymentRequest now(DeploymentRequest request) {
        return requests.find(request.id()).orElseThrow();
    }

    final String words(DeploymentRequest request) {
        return now(request).standing().words();
    }

    final List<Kind> kinds(DeploymentRequest request) {
        return records.of(request.id()).stream().map(Entry::kind).toList();
    }

    final List<NoticeKind> notices(DeploymentRequest request) {
        return written.of(request.id()).stream().map(Notice::kind).toList();
    }

    /** The end event that the request's process has come to. */
    final String endOf(DeploymentRequest request) {
        assertThat(now(request).isOpen()).isFalse();
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(request.processInstance())
                .singleResult()
                .getEndActivityId();
    }
}
