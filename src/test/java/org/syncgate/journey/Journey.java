package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.syncgate.SyncgateApplication;
import org.syncgate.access.TestIssuer;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.demo.Browser;
import org.syncgate.demo.DemoClock;
import org.syncgate.demo.DemoPlace;
import org.syncgate.demo.DemoTime;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.demo.Pace;
import org.syncgate.demo.Place;
import org.syncgate.demo.SimulatedCluster;
import org.syncgate.demo.SimulatedPlace;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.Tier;
import org.syncgate.notice.Notice;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing;

/**
 * The running application on a real PostgreSQL, with clusters behind real HTTP and the job executor on. One for all
 * journeys; each takes applications of its own, so that none sees another's.
 */
@SpringBootTest(
        classes = SyncgateApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.additional-location=classpath:/demo/",
            "syncgate.window.open-ahead=false",
            // tests export no metrics unless they say so
            "management.prometheus.metrics.export.enabled=true",
            "syncgate.machines.clients[0].client-id=ci",
            "syncgate.machines.clients[0].owner=dev",
            "syncgate.machines.clients[1].client-id=other-ci",
            "syncgate.machines.clients[1].owner=dev2",
            "syncgate.machines.clients[2].client-id=release-ci",
            "syncgate.machines.clients[2].owner=rel",
            "syncgate.machines.clients[3].client-id=coordinators-ci",
            "syncgate.machines.clients[3].owner=coord",
            "syncgate.machines.clients[4].client-id=orphan-ci",
            "syncgate.machines.clients[4].owner=nobody",
            "syncgate.machines.clients[5].client-id=narrow-ci",
            "syncgate.machines.clients[5].owner=dev",
            "syncgate.machines.clients[5].applications=idfint/*,*/tap",
            "syncgate.sync.pick-up=5s",
            "syncgate.sync.operation=6s",
            "syncgate.sync.health=6s",
            "syncgate.sync.soak=200ms",
            "syncgate.sync.look-again=1s",
            "syncgate.request.judge-again=1s"
        })
@Import({EmbeddedDatabase.class, DemoTime.class})
@ActiveProfiles("local")
abstract class Journey {

    static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final SimulatedPlace PLACE =
            SimulatedPlace.start(Journey::demoAndElsewhere, Pace.TEST, DemoClock.ofThisJvm());

    /** Issues the tokens of machines. */
    static final TestIssuer ISSUER = TestIssuer.start(DemoClock.ofThisJvm());

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Map<String, Browser> signedIn = new ConcurrentHashMap<>();

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    Requests requests;

    @Autowired
    Records records;

    @Autowired
    ArgoCd argoCd;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    WrittenNotices written;

    @DynamicPropertySource
    static void clusters(DynamicPropertyRegistry registry) {
        PLACE.register(registry);
        Guest.register(registry);
    }

    @DynamicPropertySource
    static void machines(DynamicPropertyRegistry registry) {
        registry.add("syncgate.machines.issuer-uri", ISSUER::uri);
    }

    /** The demo's place, and an empty cluster whose applications are on no row of the practice. */
    private static List<Place.Population> demoAndElsewhere() {
        Place.Population elsewhere =
                new Place.Population(new Cluster("elsewhere", "laboratory", Tier.DEV), List.of(), Map.of());
        return Stream.concat(DemoPlace.all(DemoClock.ofThisJvm()).populations().stream(), Stream.of(elsewhere))
                .toList();
    }

    static SimulatedCluster cluster(String name) {
        return PLACE.cluster(name);
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Somebody's browser, one for all of a test. */
    Browser signedIn(String person) {
        return signedIn.computeIfAbsent(person, id -> Browser.of(url(), id));
    }

    /** A new application with a pending upgrade in idfdev, which is deployed at will. */
    ApplicationId pending() {
        return copyOf("idfdev", "gafaelfawr");
    }

    /** A new application in the state in which another is seeded; returns once Syncgate's watch has seen it. */
    ApplicationId copyOf(String cluster, String seeded) {
        ObjectNode copy = cluster(cluster).application(seeded).deepCopy();
        ApplicationId id = new ApplicationId(cluster, seeded + "-" + COUNTER.incrementAndGet());
        ObjectNode metadata = (ObjectNode) copy.get("metadata");
        metadata.put("name", id.name());
        metadata.remove(List.of("resourceVersion", "uid"));
        cluster(cluster).put(copy);
        await().atMost(PATIENCE).until(() -> argoCd.seen(id).isPresent());
        return id;
    }

    static Map<String, Object> wish(ApplicationId application) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("application", application.toString());
        fields.put("disruption", "none");
        fields.put("change", "minor");
        fields.put("reason", "Needed for the commissioning run tonight");
        fields.put("ticket", "DM-4711");
        return fields;
    }

    /** Presses Start in the form, as Tasklist does it. */
    HttpResponse<String> start(Browser browser, Map<String, Object> fields) {
        return start(browser, "deploy-application", fields);
    }

    /** Presses Start in the form of any process. */
    HttpResponse<String> start(Browser browser, String process, Map<String, Object> fields) {
        return browser.enginePost(
                "/process-definition/key/" + process + "/submit-form", json(Map.of("variables", variables(fields))));
    }

    /** Completes a task's form, as Tasklist does it. */
    HttpResponse<String> complete(Browser browser, String task, Map<String, Object> fields) {
        return browser.enginePost("/task/" + task + "/submit-form", json(Map.of("variables", variables(fields))));
    }

    private static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return variables;
    }

    /** Opens a request that is not refused. */
    DeploymentRequest ask(String person, ApplicationId application) {
        HttpResponse<String> answer = start(signedIn(person), wish(application));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String process = tree(answer.body()).get("id").asText();
        return requests.openFor(application)
                .or(() -> requests.ended(100).stream()
                        .filter(request -> request.processInstance().equals(process))
                        .findFirst())
                .orElseThrow();
    }

    DeploymentRequest now(DeploymentRequest request) {
        return requests.find(request.id()).orElseThrow();
    }

    DeploymentRequest awaitStanding(DeploymentRequest request, Predicate<Standing> reached) {
        return await("standing of " + request.id())
                .atMost(PATIENCE)
                .until(() -> now(request), now -> reached.test(now.standing()));
    }

    DeploymentRequest awaitEnd(DeploymentRequest request) {
        return awaitStanding(request, Standing.Ended.class::isInstance);
    }

    /** The id of the open task of this kind that belongs to the request. */
    String awaitTask(DeploymentRequest request, String definitionKey) {
        return await(definitionKey)
                .atMost(PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(request.id().text())
                                .taskDefinitionKey(definitionKey)
                                .list(),
                        found -> found.size() == 1)
                .get(0)
                .getId();
    }

    /** Returns once every channel has heard what there is to hear by now, after which nothing more is recorded by itself. */
    void awaitTold(DeploymentRequest request) {
        await("notices of " + request.id())
                .atMost(PATIENCE)
                .until(() -> written.of(request.id()).stream().noneMatch(Notice::isPending));
    }

    List<Kind> recorded(DeploymentRequest request) {
        return records.of(request.id()).stream().map(Entry::kind).toList();
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
