package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.syncgate.SyncgateApplication;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.bypass.Bypasses;
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.Browser;
import org.syncgate.demo.DemoPlace;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.demo.Pace;
import org.syncgate.demo.SimulatedCluster;
import org.syncgate.demo.SimulatedPlace;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.Attempt.Phase;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Ended;

/**
 * Syncgate goes down in the middle of a sync of its own and between those of somebody else, and comes up again with the
 * same database and clusters.
 */
@Tag("own-application")
class RestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final SimulatedPlace PLACE =
            SimulatedPlace.start(DemoPlace.only("idfdev"), Pace.TEST, Clock.systemUTC());

    /** The parent of what is started and closed, so it outlives that. */
    private static final AnnotationConfigApplicationContext DATABASE =
            new AnnotationConfigApplicationContext(EmbeddedDatabase.class);

    @AfterAll
    static void clear() {
        DATABASE.close();
        PLACE.close();
    }

    @Test
    void aSyncThatWasUnderWayIsFollowedToItsEndAndWhatWentPastTheGateIsSeenOnce() {
        ApplicationId application = new ApplicationId("idfdev", "gafaelfawr");
        SimulatedCluster cluster = PLACE.cluster("idfdev");
        cluster.behave(application.name(), Behaviour.neverFinishes());
        DeploymentRequest before;
        try (ConfigurableApplicationContext first = start()) {
            ask(first, application);
            cluster.foreignSync("mobu", "jsick");
            await().atMost(PATIENCE).until(() -> seenPastTheGate(first, "mobu") == 1);
            await().atMost(PATIENCE).until(() -> isSynced(cluster, "mobu"));
            before = await().atMost(PATIENCE)
                    .until(
                            () -> first.getBean(Requests.class)
                                    .openFor(application)
                                    .orElseThrow(),
                            request -> request.attempt()
                                    .filter(attempt -> attempt.phase() == Phase.RUNNING)
                                    .isPresent());
        }

        cluster.foreignSync("nublado", "jsick");
        cluster.behave(application.name(), Behaviour.normal());
        await().atMost(PATIENCE).until(() -> isInHistory(cluster, "nublado"));
        await().atMost(PATIENCE)
                .until(() -> cluster.application(application.name())
                        .at("/status/sync/status")
                        .asText()
                        .equals("Synced"));

        try (ConfigurableApplicationContext second = start()) {
            Requests requests = second.getBean(Requests.class);
            DeploymentRequest after = await().atMost(PATIENCE)
                    .until(
                            () -> requests.find(before.id()).orElseThrow(),
                            request -> request.standing() instanceof Ended);
            assertThat(((Ended) after.standing()).outcome()).isEqualTo(Outcome.DEPLOYED);
            assertThat(after.currentAttempt().number()).isEqualTo(1);
            assertThat(after.currentAttempt().startedAt())
                    .isEqualTo(before.currentAttempt().startedAt());
            assertThat(second.getBean(Records.class).of(before.id()))
                    .extracting(Entry::kind)
                    .containsExactly(
                            Kind.REQUEST_OPENED,
                            Kind.SYNC_GRANTED,
                            Kind.SYNC_ASKED,
                            Kind.SYNC_STARTED,
                            Kind.SYNC_SUCCEEDED,
                            Kind.DEPLOYED);
            // what went past the gate while nobody watched is seen now, and what was seen before is not seen again
            await().atMost(PATIENCE).until(() -> seenPastTheGate(second, "nublado") == 1);
            assertThat(seenPastTheGate(second, "mobu")).isEqualTo(1);
            assertThat(seenPastTheGate(second, application.name())).isZero();
        }
        assertThat(cluster.syncsSeen(application.name())).isEqualTo(1);
    }

    private static long seenPastTheGate(ConfigurableApplicationContext context, String application) {
        return context.getBean(Bypasses.class).last(Optional.empty(), 100).stream()
                .filter(bypass -> bypass.application().name().equals(application))
                .count();
    }

    private static boolean isSynced(SimulatedCluster cluster, String application) {
        return cluster.application(application)
                .at("/status/sync/status")
                .asText()
                .equals("Synced");
    }

    private static boolean isInHistory(SimulatedCluster cluster, String application) {
        return cluster.application(application).at("/status/history").toString().contains("jsick");
    }

    private static ConfigurableApplicationContext start() {
        Map<String, Object> properties = new TreeMap<>(PLACE.properties());
        properties.put("server.port", 0);
        properties.put("spring.config.additional-location", "classpath:/demo/");
        properties.put("syncgate.sync.soak", "200ms");
        properties.put("syncgate.sync.look-again", "1s");
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(SyncgateApplication.class)
                .parent(DATABASE)
                .profiles("local")
                .run(arguments);
    }

    private static void ask(ConfigurableApplicationContext context, ApplicationId application) {
        await().atMost(PATIENCE)
                .until(() -> context.getBean(ArgoCd.class).seen(application).isPresent());
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        Map<String, Object> variables = new TreeMap<>();
        Journey.wish(application).forEach((name, value) -> variables.put(name, Map.of("value", value)));
        HttpResponse<String> answer = Browser.of("http://localhost:" + port, "dev")
                .enginePost(
                        "/process-definition/key/deploy-application/submit-form",
                        Journey.json(Map.of("variables", variables)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
