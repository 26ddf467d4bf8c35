package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.syncgate.demo.DemoClock;
import org.syncgate.demo.DemoPlace;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Ended;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;
import org.syncgate.window.Windows;

/**
 * Some applications on their way through ten environments, approved and announced, wait for one window. In an application
 * of its own, because the clock is moved on to it.
 */
@Tag("own-application")
@DirtiesContext
@TestPropertySource(
        properties = {
            "syncgate.practice.location=classpath:/practice/all-in-windows.dmn",
            "syncgate.window.look-again=5s"
        })
class ManyInOneWindowIT extends AmendJourney {

    private static final List<String> ENVIRONMENTS = List.of(
            "idfdev",
            "roundtable-dev",
            "tts-dev",
            "idfint",
            "tucson-teststand",
            "base",
            "summit",
            "idfprod",
            "roundtable-prod",
            "community");

    /** Enough for the limits to bind, and fifty requests in all where the build is thorough. */
    private static final int APPLICATIONS = Integer.getInteger("tests.applications", 4);

    private static final int AT_ONCE = 3;
    private static final int AT_ONCE_PER_CLUSTER = 2;

    @Autowired
    Windows windows;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void calendar(DynamicPropertyRegistry registry) {
        LocalTime start = LocalTime.ofInstant(DemoClock.ofThisJvm().instant().plus(Duration.ofHours(3)), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES);
        Map.of(
                        "name", "tested",
                        "rule", "FREQ=DAILY",
                        "zone", "Etc/UTC",
                        "start", start.toString(),
                        "duration", "4h",
                        "channels", "#com-square",
                        "lead-time", "1h",
                        "at-once", AT_ONCE,
                        "at-once-per-cluster", AT_ONCE_PER_CLUSTER)
                .forEach((name, value) -> registry.add("syncgate.calendars[0]." + name, () -> value));
        List<String> deployments = List.of("science", "telescope", "roundtable", "community");
        IntStream.range(0, deployments.size()).forEach(index -> {
            registry.add("syncgate.deployments[" + index + "].name", () -> deployments.get(index));
            registry.add("syncgate.deployments[" + index + "].calendar", () -> "tested");
        });
        registry.add("syncgate.deployments[0].environments", () -> String.join(",", ENVIRONMENTS));
    }

    @Test
    void approvedRequestsOverTenClustersAreSyncedInOrderAndWithinTheLimits() {
        List<DeploymentRequest> asked = new ArrayList<>();
        for (String cluster : ENVIRONMENTS) {
            for (int number = 1; number <= APPLICATIONS; number++) {
                asked.add(ask("dev", pending(cluster, "fleet-" + number)));
            }
        }
        asked.forEach(request -> approve("rel", request, ""));
        asked.forEach(this::awaitClock);
        MaintenanceWindow window = theWindow(asked);
        completeOf(window, "takeCoordination", "coord");

        moveTo(window.startsAt());
        assertThat(asked).allSatisfy(request -> assertThat(syncs(request)).isZero());
        completeOf(window, "markWorkStart", "coord");

        await("all are synced")
                .atMost(Duration.ofMinutes(4))
                .until(() -> asked.stream().allMatch(request -> now(request).standing() instanceof Ended));
        assertThat(asked)
                .allSatisfy(request -> assertThat(now(request).standing())
                        .isInstanceOfSatisfying(
                                Ended.class,
                                ended -> assertThat(ended.outcome()).isEqualTo(Outcome.DEPLOYED)));
        List<Work> work = asked.stream().map(this::work).toList();
        assertInOrder(work);
        assertWithinTheLimits(work);
        assertThat(asked).allSatisfy(request -> assertThat(syncs(request)).isEqualTo(1));

        completeOf(window, "markWorkEnd", "coord");

        assertThat(windows.find(window.id()).orElseThrow().status()).isEqualTo(Status.ENDED);
        await().atMost(PATIENCE)
                .until(() -> runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(window.id().text())
                                .processDefinitionKey("maintenance-window")
                                .count()
                        == 0);
        assertThat(management.createJobQuery().withException().count()).isZero();
    }

    /** From the grant until it was healthy. */
    private record Work(ApplicationId application, Instant granted, Instant healthy) {

        boolean isUnderWayAt(Instant moment) {
            return !moment.isBefore(granted) && moment.isBefore(healthy);
        }
    }

    private Work work(DeploymentRequest request) {
        return new Work(request.agreement().application(), at(request, Kind.SYNC_GRANTED), at(request, Kind.DEPLOYED));
    }

    private Instant at(DeploymentRequest request, Kind kind) {
        return records.of(request.id()).stream()
                .filter(entry -> entry.kind() == kind)
                .reduce((first, last) -> last)
                .orElseThrow()
                .at();
    }

    private static void assertInOrder(List<Work> work) {
        for (Work later : work) {
            int position = ENVIRONMENTS.indexOf(later.application().cluster());
            assertThat(work)
                    .filteredOn(earlier -> earlier.application()
                                    .name()
                                    .equals(later.application().name())
                            && ENVIRONMENTS.indexOf(earlier.application().cluster()) < position)
                    .hasSize(position)
                    .allSatisfy(earlier -> assertThat(earlier.healthy()).isBeforeOrEqualTo(later.granted()));
        }
    }

    private static void assertWithinTheLimits(List<Work> work) {
        assertThat(work).allSatisfy(one -> {
            List<Work> atOnce = work.stream()
                    .filter(other -> other.isUnderWayAt(one.granted()))
                    .toList();
            assertThat(atOnce).hasSizeLessThanOrEqualTo(AT_ONCE);
            assertThat(atOnce)
                    .filteredOn(other -> other.application()
                            .cluster()
                            .equals(one.application().cluster()))
                    .hasSizeLessThanOrEqualTo(AT_ONCE_PER_CLUSTER);
        });
        assertThat(work)
                .as("the limit is made use of")
                .anySatisfy(one -> assertThat(work.stream().filter(other -> other.isUnderWayAt(one.granted())))
                        .hasSize(AT_ONCE));
    }

    private MaintenanceWindow theWindow(List<DeploymentRequest> asked) {
        List<MaintenanceWindow> open = windows.open();
        assertThat(open).hasSize(1);
        assertThat(windows.places(open.get(0).id())).hasSameSizeAs(asked);
        return open.get(0);
    }

    /** A copy of idfdev's gafaelfawr, with its project, in another cluster. */
    private ApplicationId pending(String cluster, String name) {
        ApplicationId id = new ApplicationId(cluster, name);
        for (ObjectNode object : DemoPlace.only("idfdev").populations().get(0).objects()) {
            boolean isProject = object.path("kind").asText().equals("AppProject");
            if (isProject || object.at("/metadata/name").asText().equals("gafaelfawr")) {
                ObjectNode copy = object.deepCopy();
                ObjectNode metadata = (ObjectNode) copy.get("metadata");
                metadata.remove(List.of("resourceVersion", "uid"));
                if (!isProject) {
                    metadata.put("name", name);
                }
                cluster(cluster).put(copy);
            }
        }
        await().atMost(PATIENCE).until(() -> argoCd.seen(id).isPresent());
        return id;
    }

    private static int syncs(DeploymentRequest request) {
        ApplicationId application = request.agreement().application();
        return cluster(application.cluster()).syncsSeen(application.name());
    }

    private void moveTo(Instant moment) {
        DemoClock.ofThisJvm().moveOn(Duration.between(clock.instant(), moment).plusSeconds(1));
    }

    private void completeOf(MaintenanceWindow window, String task, String who) {
        String id = await(task)
                .atMost(PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(window.id().text())
                                .taskDefinitionKey(task)
                                .list(),
                        found -> found.size() == 1)
                .get(0)
                .getId();
        var answer = complete(signedIn(who), id, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
}
