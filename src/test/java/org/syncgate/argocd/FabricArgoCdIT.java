package org.syncgate.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.syncgate.argocd.AnApplication.NEW;
import static org.syncgate.argocd.AnApplication.pending;
import static org.syncgate.argocd.AnApplication.read;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.syncgate.catalog.Catalog;
import org.syncgate.catalog.Connection;
import org.syncgate.catalog.Service;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.Tier;

@Tag("one-at-a-time")
class FabricArgoCdIT {

    private static final ApplicationId ID = new ApplicationId("idfprod", "gafaelfawr");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Timing TIMING = new Timing(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofMillis(200));

    @TempDir
    private Path directory;

    private final KubernetesApiServer server = new KubernetesApiServer();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private FabricArgoCd argoCd;

    @BeforeEach
    void connect() {
        argoCd = argoCd(to(server.port()));
    }

    private Connection to(int port) {
        return new Connection.Kubeconfig("argocd", KubernetesApiServer.kubeconfig(directory, port), "here");
    }

    private FabricArgoCd argoCd(Connection connection) {
        return argoCd(connection, Tier.PROD);
    }

    private FabricArgoCd argoCd(Connection connection, Tier tier) {
        return new FabricArgoCd(
                new OneCluster(connection, tier), events::add, Clock.fixed(NOW, ZoneOffset.UTC), TIMING);
    }

    @AfterEach
    void stop() {
        argoCd.stop();
        server.goDown();
    }

    /** What the module needs of the catalogue. */
    private record OneCluster(Connection connection, Tier tier) implements Catalog {

        @Override
        public List<Cluster> clusters() {
            return List.of(new Cluster("idfprod", "science", tier));
        }

        @Override
        public Optional<Cluster> cluster(String name) {
            return clusters().stream().filter(it -> it.name().equals(name)).findAny();
        }

        @Override
        public Connection connection(String cluster) {
            return connection;
        }

        @Override
        public List<String> channels(ApplicationId application) {
            return List.of();
        }

        @Override
        public Optional<URI> page(ApplicationId application) {
            return Optional.empty();
        }

        @Override
        public Service service(ApplicationId application) {
            return Service.OTHER;
        }

        @Override
        public List<Service> services() {
            return List.of();
        }

        @Override
        public List<Service> servicesIn(Cluster cluster) {
            return List.of();
        }
    }

    private void create(AnApplication application) {
        server.create("applications", application.json());
    }

    private void createProject(String spec) {
        server.create(
                "appprojects",
                read("{apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject',"
                        + " metadata: {name: 'infrastructure', namespace: 'argocd'}, spec: " + spec + "}"));
    }

    private LiveApplication live() {
        Reading reading = argoCd.read(ID);
        assertThat(reading).isInstanceOf(Reading.Found.class);
        return ((Reading.Found) reading).application();
    }

    /** An order that agrees with what is read at this moment. */
    private SyncOrder order() {
        LiveApplication live = live();
        SyncMark mark = new SyncMark(AnApplication.REQUEST, 1, live.target(), live.lastHistoryId(), Optional.empty());
        return new SyncOrder(mark, new Agreement(ID, live.deployed(), live.target(), live.spec()), live);
    }

    private void awaitReachable() {
        await().until(() -> reachability() instanceof ClusterStatus.Reachable);
    }

    private ClusterStatus.Reachability reachability() {
        return argoCd.cluster("idfprod").orElseThrow().reachability();
    }

    private ApplicationMoved awaitMove(Predicate<ApplicationMoved> wanted) {
        return await().until(
                        () -> events.stream()
                                .filter(ApplicationMoved.class::isInstance)
                                .map(ApplicationMoved.class::cast)
                                .filter(wanted)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    // --- watching

    @Test
    void theWatchSeesWhatWasThereWhatComesWhatChangesAndWhatGoes() {
        create(pending());
        argoCd.start();
        awaitReachable();

        ApplicationMoved there = awaitMove(move -> move.before().isEmpty());
        assertThat(there.id()).isEqualTo(ID);
        assertThat(argoCd.seen()).extracting(LiveApplication::id).containsExactly(ID);

        create(pending().with("/metadata/name", "'argocd'"));
        awaitMove(move -> move.id().name().equals("argocd"));
        assertThat(argoCd.seen())
                .extracting(it -> it.id().toString())
                .containsExactly("idfprod/argocd", "idfprod/gafaelfawr");

        server.patch("gafaelfawr", "{\"status\": {\"health\": {\"status\": \"Degraded\"}}}");
        ApplicationMoved changed = awaitMove(move ->
                move.after().filter(it -> it.health().equals("Degraded")).isPresent());
        assertThat(changed.before().orElseThrow().health()).isEqualTo("Healthy");
        assertThat(argoCd.seen(ID).orElseThrow().health()).isEqualTo("Degraded");

        server.delete("gafaelfawr");
        ApplicationMoved gone = awaitMove(move -> move.after().isEmpty());
        assertThat(gone.id()).isEqualTo(ID);
        assertThat(gone.before()).isPresent();
        assertThat(argoCd.seen(ID)).isEmpty();
    }

    @Test
    void theWatchLosesNothingOfAnApplication() {
        AnApplication application = pending()
                .with(
                        "/spec/source/somethingNew",
                        "{deep: [1, 2.5, 12345678901234567890, true, null, {a: '', b: [], c: {}}]}")
                .with("/metadata/annotations", "{note: 'ä'}")
                .compared();
        create(application);
        argoCd.start();
        awaitReachable();
        awaitMove(move -> true);

        JsonNode seen = argoCd.seen(ID).orElseThrow().json();

        assertThat(seen.path("spec")).isEqualTo(application.json().path("spec"));
        assertThat(seen.path("status")).isEqualTo(application.json().path("status"));
        assertThat(seen.at("/metadata/annotations/note").asText()).isEqualTo("ä");
        assertThat(seen).isEqualTo(live().json());
    }

    @Test
    void aListenerThatFailsDoesNotEndTheWatch() {
        create(pending());
        argoCd = new FabricArgoCd(
                new OneCluster(to(server.port()), Tier.PROD),
                event -> {
                    events.add(event);
                    throw new IllegalStateException("a listener's fault");
                },
                Clock.fixed(NOW, ZoneOffset.UTC),
                TIMING);
        argoCd.start();
        awaitReachable();

        server.patch("gafaelfawr", "{\"status\": {\"health\": {\"status\": \"Degraded\"}}}");

        awaitMove(move ->
                move.after().filter(it -> it.health().equals("Degraded")).isPresent());
    }

    // --- reachability

    @Test
    void aClusterThatGoesDownIsUnreachableOnceAndReachableAgainWithoutARestart() {
        create(pending());
        create(pending().with("/metadata/name", "'portal'"));
        argoCd.start();
        awaitReachable();
        await().until(() -> argoCd.seen().size() == 2);

        server.goDown();
        await().until(() -> reachability() instanceof ClusterStatus.Unreachable);
        ClusterStatus.Unreachable unreachable = (ClusterStatus.Unreachable) reachability();
        assertThat(unreachable.since()).isEqualTo(NOW);
        assertThat(unreachable.reason()).startsWith("The Kubernetes API of idfprod cannot be reached: ");
        assertThat(argoCd.seen(ID)).as("as last seen").isPresent();
        assertThat(argoCd.read(ID))
                .isInstanceOfSatisfying(
                        Reading.Unreachable.class,
                        it -> assertThat(it.reason())
                                .isEqualTo("The Kubernetes API of idfprod cannot be reached: it refuses the"
                                        + " connection"));

        server.comeBack();
        create(pending().with("/status/health/status", "'Progressing'"));
        awaitReachable();
        awaitMove(move ->
                move.after().filter(it -> it.health().equals("Progressing")).isPresent());
        awaitMove(move -> move.id().name().equals("portal") && move.after().isEmpty());
        server.patch("gafaelfawr", "{\"status\": {\"health\": {\"status\": \"Degraded\"}}}");
        awaitMove(move ->
                move.after().filter(it -> it.health().equals("Degraded")).isPresent());

        assertThat(events.stream().filter(ReachabilityChanged.class::isInstance))
                .extracting(it -> ((ReachabilityChanged) it)
                        .status()
                        .reachability()
                        .getClass()
                        .getSimpleName())
                .containsExactly("Reachable", "Unreachable", "Reachable");
    }

    @Test
    void aClusterThatIsDownDoesNotDelayTheStart() {
        server.goDown();

        assertThat(reachability()).isInstanceOf(ClusterStatus.Connecting.class);
        argoCd.start();

        assertThat(argoCd.isRunning()).isTrue();
        assertThat(argoCd.seen()).isEmpty();
        await().until(() -> reachability() instanceof ClusterStatus.Unreachable);
        server.comeBack();
        awaitReachable();
    }

    @ParameterizedTest
    @CsvSource({"BLEED, INFO", "DEV, INFO", "INT, WARN", "PROD, WARN"})
    void anOutageIsLoggedOnceAndAWarningOnlyWhereTheClusterShouldAlwaysBeThere(Tier tier, String level) {
        Logger logger = (Logger) LoggerFactory.getLogger(ClusterLink.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Level usual = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addAppender(logged);
        server.goDown();
        argoCd = argoCd(to(server.port()), tier);
        argoCd.start();
        await().until(() -> reachability() instanceof ClusterStatus.Unreachable);
        server.comeBack();
        awaitReachable();
        argoCd.stop();
        logger.detachAppender(logged);
        logger.setLevel(usual);

        assertThat(logged.list)
                .filteredOn(it -> it.getFormattedMessage().contains("cannot be reached"))
                .extracting(it -> it.getLevel().toString())
                .containsExactly(level);
    }

    @Test
    void aClusterThatTakesTheCallAndNeverAnswersIsUnreachable() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            argoCd = argoCd(to(silent.getLocalPort()));
            argoCd.start();

            await().until(() -> reachability() instanceof ClusterStatus.Unreachable);
        }
    }

    @Test
    void aCallThatTheStopCutsOffIsNoOutage() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Set<Thread> others = Thread.getAllStackTraces().keySet();
            argoCd = argoCd(to(silent.getLocalPort()));
            argoCd.start();
            try (Socket unanswered = silent.accept()) {
                List<Thread> asking = Thread.getAllStackTraces().keySet().stream()
                        .filter(it -> it.getName().equals("argocd-idfprod") && !others.contains(it))
                        .toList();
                assertThat(asking).hasSize(1);

                argoCd.stop();

                await().until(() -> asking.stream().noneMatch(Thread::isAlive));
            }
            assertThat(reachability()).isInstanceOf(ClusterStatus.Connecting.class);
            assertThat(events).isEmpty();
        }
    }

    @Test
    void aKubeconfigWithoutTheContextIsUnreachableAndSaysSo() {
        Path file = KubernetesApiServer.kubeconfig(directory, server.port());
        argoCd = argoCd(new Connection.Kubeconfig("argocd", file, "elsewhere"));
        argoCd.start();

        await().until(() -> reachability() instanceof ClusterStatus.Unreachable);
        assertThat(((ClusterStatus.Unreachable) reachability()).reason())
                .isEqualTo("The Kubernetes API of idfprod cannot be reached: the kubeconfig file " + file
                        + " has no context elsewhere");
    }

    @Test
    void aKubeconfigThatIsNotThereIsUnreachableAndSaysSo() {
        Path file = directory.resolve("none");
        argoCd = argoCd(new Connection.Kubeconfig("argocd", file, "here"));

        assertThat(argoCd.read(ID))
                .isEqualTo(new Reading.Unreachable("The Kubernetes API of idfprod cannot be reached: the kubeconfig"
                        + " file " + file + " cannot be read"));
    }

    @Test
    void anUnknownClusterHasNothing() {
        ApplicationId elsewhere = new ApplicationId("nowhere", "gafaelfawr");

        assertThat(argoCd.cluster("nowhere")).isEmpty();
        assertThat(argoCd.seen(elsewhere)).isEmpty();
        assertThat(argoCd.read(elsewhere)).isEqualTo(new Reading.Missing());
    }

    // --- reading

    @Test
    void aReadFindsTheApplicationAndAsksItsProject() {
        create(pending());
        createProject("{destinations: [{server: '*', namespace: '*'}]}");

        assertThat(argoCd.read(ID)).isInstanceOfSatisfying(Reading.Found.class, found -> {
            assertThat(found.application().id()).isEqualTo(ID);
            assertThat(found.projectRefusals()).isEmpty();
        });
    }

    @Test
    void aProjectThatDoesNotPermitItIsToldWithEveryReason() {
        create(pending());
        createProject("{destinations: [{server: '*', namespace: 'tap'}], syncWindows: [{kind: 'allow',"
                + " schedule: '0 22 * * *', duration: '1h', applications: ['*']}]}");

        assertThat(((Reading.Found) argoCd.read(ID)).projectRefusals())
                .containsExactly(
                        "Its project infrastructure does not permit its destination.",
                        "The sync windows of its project are shut; they open at 2026-11-20T22:00:00Z.");
    }

    @Test
    void aMissingProjectIsARefusal() {
        create(pending());

        assertThat(((Reading.Found) argoCd.read(ID)).projectRefusals())
                .containsExactly("Its project infrastructure does not exist.");
    }

    @Test
    void aProjectsNameCannotLeadElsewhere() {
        create(pending().with("/spec/project", "'../applications/gafaelfawr'"));

        assertThat(((Reading.Found) argoCd.read(ID)).projectRefusals())
                .containsExactly("Its project ../applications/gafaelfawr does not exist.");
    }

    @Test
    void anApplicationThatIsNotThereIsMissing() {
        assertThat(argoCd.read(ID)).isEqualTo(new Reading.Missing());
        assertThat(argoCd.readApplication(ID)).isEqualTo(new ApplicationReading.Missing());
    }

    @Test
    void anApiThatDoesNotLetUsReadIsAsGoodAsUnreachable() {
        String forbidden = "{\"message\": \"applications is forbidden\"}";
        String words = "The Kubernetes API of idfprod answered 403: applications is forbidden";

        server.answerOnce("GET", "applications/gafaelfawr", 403, forbidden);
        assertThat(argoCd.read(ID)).isEqualTo(new Reading.Unreachable(words));
        server.answerOnce("GET", "applications/gafaelfawr", 403, forbidden);
        assertThat(argoCd.readApplication(ID)).isEqualTo(new ApplicationReading.Unreachable(words));
    }

    @Test
    void whoeverOnlyLooksNeedsNoAnswerOfTheProject() {
        create(pending());
        server.answerOnce("GET", "appprojects/infrastructure", 403, "{\"message\": \"appprojects is forbidden\"}");

        assertThat(argoCd.readApplication(ID))
                .isInstanceOfSatisfying(
                        ApplicationReading.Found.class,
                        found -> assertThat(found.application().id()).isEqualTo(ID));
        assertThat(argoCd.read(ID)).as("the answer was not used up").isInstanceOf(Reading.Unreachable.class);
    }

    // --- syncing

    @Test
    void aSyncIsOneMergePatchThatReachesTheApplication() {
        create(pending());
        SyncOrder order = order();

        assertThat(argoCd.sync(order)).isEqualTo(SyncAnswer.ASKED);

        assertThat(server.patches()).singleElement().satisfies(patch -> {
            assertThat(patch.type()).startsWith("application/merge-patch+json");
            assertThat(read(patch.body())).isEqualTo(read(SyncPatch.ask(order)));
        });
        JsonNode operation = server.application("gafaelfawr").path("operation");
        assertThat(operation).isEqualTo(read(SyncPatch.ask(order)).path("operation"));
        assertThat(operation.at("/sync/revision").asText()).isEqualTo(NEW);
        assertThat(live().progress(order.mark())).isEqualTo(new Progress.NotPickedUp());
        assertThat(live().operationBy()).contains("syncgate request r-23456789");
    }

    @Test
    void nothingOfTheLastOperationLeaksIntoOurs() {
        create(
                pending()
                        .with(
                                "/status/operationState",
                                "{phase: 'Succeeded', operation: {sync: {prune: true, dryRun: true, resources: [{name: 'x'}]}}}"));

        argoCd.sync(order());

        assertThat(server.application("gafaelfawr").at("/status/operationState").isEmpty())
                .isTrue();
        assertThat(server.application("gafaelfawr").at("/status/sync/revision").asText())
                .isEqualTo(NEW);
    }

    @Test
    void aPatchWithAStaleVersionIsAConflict() {
        create(pending());
        SyncOrder order = order();
        server.patch("gafaelfawr", "{\"metadata\": {\"labels\": {\"touched\": \"yes\"}}}");

        assertThat(argoCd.sync(order)).isEqualTo(SyncAnswer.CONFLICT);
        assertThat(server.application("gafaelfawr").has("operation")).isFalse();
    }

    @Test
    void theSameOrderSentTwiceIsAskedOnce() {
        create(pending());
        SyncOrder order = order();

        assertThat(argoCd.sync(order)).isEqualTo(SyncAnswer.ASKED);
        assertThat(argoCd.sync(order)).isEqualTo(SyncAnswer.CONFLICT);
    }

    @Test
    void anApplicationThatWasDeletedIsGone() {
        create(pending());
        SyncOrder order = order();
        server.delete("gafaelfawr");

        assertThat(argoCd.sync(order)).isEqualTo(SyncAnswer.GONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 422})
    void whatTheApiRefusesIsToldInItsOwnWords(int status) {
        create(pending());
        SyncOrder order = order();
        server.answerOnce("PATCH", "applications/gafaelfawr", status, "{\"message\": \"only the gate may\"}");

        assertThatThrownBy(() -> argoCd.sync(order))
                .isInstanceOf(KubernetesRefused.class)
                .hasMessage("The Kubernetes API of idfprod answered " + status + ": only the gate may");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 504})
    void anAnswerThatLeavesOpenWhatWasDoneIsNoneAndThePatchIsNotSentAgain(int status) {
        create(pending());
        SyncOrder order = order();
        server.answerOnce("PATCH", "applications/gafaelfawr", status, "{\"message\": \"etcd is slow\"}");

        assertThatThrownBy(() -> argoCd.sync(order))
                .isInstanceOf(ClusterUnreachable.class)
                .hasMessageContaining("etcd is slow");
        assertThat(server.patches()).hasSize(1);
    }

    @Test
    void aClusterThatIsDownCannotBeSynced() {
        create(pending());
        SyncOrder order = order();
        server.goDown();

        assertThatThrownBy(() -> argoCd.sync(order)).isInstanceOf(ClusterUnreachable.class);
        assertThatThrownBy(() -> argoCd.refresh(ID)).isInstanceOf(ClusterUnreachable.class);
    }

    // --- withdrawing and refreshing

    @Test
    void anOperationThatNobodyHasPickedUpCanBeTakenBack() {
        create(pending());
        SyncOrder order = order();
        argoCd.sync(order);

        assertThat(argoCd.withdraw(live(), order.mark())).isTrue();

        assertThat(live().operationBy()).isEmpty();
        assertThat(live().progress(order.mark())).isEqualTo(new Progress.NeverAsked());
    }

    @Test
    void whatSomebodyWroteMeanwhileIsNotTakenBack() {
        create(pending());
        SyncOrder order = order();
        argoCd.sync(order);
        LiveApplication looked = live();
        server.patch(
                "gafaelfawr",
                "{\"status\": {\"operationState\": {\"phase\": \"Running\", \"startedAt\": \"2026-11-20T12:00:00Z\"}}}");

        assertThat(argoCd.withdraw(looked, order.mark())).isFalse();
        assertThat(live().operationBy()).isPresent();
    }

    @Test
    void whatIsNotOursOrHasBegunIsNotTakenBack() {
        create(pending());
        SyncOrder order = order();
        argoCd.sync(order);
        SyncMark another = new SyncMark(AnApplication.REQUEST, 2, List.of(NEW), 3, Optional.empty());

        assertThat(argoCd.withdraw(live(), another)).isFalse();

        JsonNode operation = server.application("gafaelfawr").path("operation");
        server.patch(
                "gafaelfawr",
                "{\"status\": {\"operationState\": {\"phase\": \"Running\", \"startedAt\": \"2026-11-20T12:00:00Z\","
                        + " \"operation\": " + operation + "}}}");
        assertThat(argoCd.withdraw(live(), order.mark())).isFalse();
        assertThat(live().operationBy()).isPresent();
    }

    @Test
    void aRefreshAsksArgoCdToCompareAndLeavesTheRestAlone() {
        create(pending().with("/metadata/annotations", "{note: 'kept'}"));

        argoCd.refresh(ID);

        assertThat(server.application("gafaelfawr").at("/metadata/annotations"))
                .isEqualTo(read("{note: 'kept', 'argocd.argoproj.io/refresh': 'normal'}"));
        assertThat(live().state()).isEqualTo(new ApplicationState.Stale());
    }

    @Test
    void aRefreshOfWhatIsGoneIsNothing() {
        argoCd.refresh(ID);

        assertThat(argoCd.read(ID)).isEqualTo(new Reading.Missing());
    }
}
