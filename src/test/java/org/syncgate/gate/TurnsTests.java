package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;
import org.syncgate.window.Place;

/** Whose turn it is in a window of the telescope's, which goes from the test stand over the base to the summit. */
class TurnsTests {

    private static final Instant START = Instant.parse("2026-12-02T22:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(3));
    private static final WindowId ID = new WindowId("telescope", LocalDate.of(2026, 12, 2));
    private static final List<String> ORDER = List.of("tucson-teststand", "base", "summit");

    private final Map<RequestId, DeploymentRequest> requests = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final List<DeploymentRequest> elsewhere = new ArrayList<>();
    private Status status = Status.UNDER_WAY;
    private Instant now = START;
    private int atOnce = 10;
    private int perCluster = 10;

    /** How far a request has come, as its standing has it. */
    enum Stage {
        WAITS,
        HELD,
        VOID,
        SYNCING,
        FAILED,
        HEALTHY,
        GIVEN_UP,
        WITHDRAWN
    }

    @Test
    void theFirstEnvironmentIsNextOnceWorkHasStarted() {
        join("tap", "summit", Stage.WAITS);
        join("tap", "tucson-teststand", Stage.WAITS);
        join("tap", "base", Stage.WAITS);

        assertThat(next()).containsExactly("tucson-teststand/tap");
        assertThat(obstacle("summit/tap")).contains("First comes tucson-teststand/tap, which is queued.");
        assertThat(obstacle("base/tap")).contains("First comes tucson-teststand/tap, which is queued.");
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNED", "CONFIRMED"})
    void nobodyIsNextBeforeWorkHasStarted(Status before) {
        status = before;
        join("tap", "base", Stage.WAITS);

        assertThat(next()).isEmpty();
        assertThat(obstacle("base/tap").orElseThrow()).contains("has not started");
    }

    @Test
    void nobodyIsNextFromItsEndOn() {
        join("tap", "base", Stage.WAITS);

        now = END.minusMillis(1);
        assertThat(next()).containsExactly("base/tap");
        now = END;
        assertThat(next()).isEmpty();
        assertThat(obstacle("base/tap").orElseThrow()).contains("nothing is granted after that");
    }

    @ParameterizedTest
    @EnumSource(names = {"HEALTHY", "WITHDRAWN"})
    void theNextEnvironmentFollowsWhereTheOneBeforeIsHealthyOrHasNothingToBeSynced(Stage first) {
        join("tap", "tucson-teststand", first);
        join("tap", "summit", Stage.WAITS);

        assertThat(next()).containsExactly("summit/tap");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HEALTHY", "WITHDRAWN"})
    void theNextEnvironmentWaitsAsLongAsTheOneBeforeIsNotHealthy(Stage first) {
        join("tap", "tucson-teststand", first);
        join("tap", "summit", Stage.WAITS);

        assertThat(next()).doesNotContain("summit/tap");
        assertThat(obstacle("summit/tap").orElseThrow()).startsWith("First comes tucson-teststand/tap, which is ");
    }

    @Test
    void whatComesAfterWaitsThoughWhatComesFirstHasLeftTheWindow() {
        elsewhere.add(at(Stage.WAITS, RequestId.random(), new ApplicationId("base", "tap")));
        join("tap", "summit", Stage.WAITS);
        join("portal", "summit", Stage.WAITS);

        assertThat(next()).containsExactly("summit/portal");
        assertThat(obstacle("summit/tap")).contains("First comes base/tap, which has left this window.");
    }

    @Test
    void otherApplicationsAndClustersWithoutAnOrderDoNotWaitForEachOther() {
        join("tap", "tucson-teststand", Stage.FAILED);
        join("portal", "summit", Stage.WAITS);
        join("tap", "roundtable-prod", Stage.WAITS);

        assertThat(next()).containsExactly("summit/portal", "roundtable-prod/tap");
    }

    @Test
    void whatIsHeldBackIsNotNextAndKeepsWhatComesAfterIt() {
        join("tap", "base", Stage.HELD);
        join("tap", "summit", Stage.WAITS);

        assertThat(next()).isEmpty();
        assertThat(obstacle("base/tap")).contains("The coordinator holds it back: The disk is full");
    }

    @Test
    void noMoreAreSyncedAtOnceThanTheWindowAndTheClusterPermit() {
        atOnce = 3;
        perCluster = 2;
        join("a", "base", Stage.SYNCING);
        join("b", "base", Stage.SYNCING);
        join("c", "base", Stage.WAITS);
        join("d", "summit", Stage.WAITS);

        assertThat(next()).containsExactly("summit/d");
        assertThat(obstacle("base/c").orElseThrow()).contains("in base as are permitted at once: 2");
        join("e", "tucson-teststand", Stage.SYNCING);
        assertThat(next()).isEmpty();
        assertThat(obstacle("summit/d").orElseThrow()).contains("in the window as are permitted at once: 3");
    }

    @Test
    void whatHasItsGrantDoesNotStandInItsOwnWay() {
        atOnce = 1;
        join("a", "base", Stage.SYNCING);

        assertThat(obstacle("base/a")).isEmpty();
    }

    @Property(tries = 500)
    void whoeverIsNextHasNothingBeforeThemAndRoom(
            @ForAll @Size(min = 1, max = 12) List<Stage> stages,
            @ForAll @IntRange(min = 1, max = 4) int window,
            @ForAll @IntRange(min = 1, max = 3) int cluster) {
        TurnsTests run = new TurnsTests();
        run.atOnce = window;
        run.perCluster = cluster;
        for (int i = 0; i < stages.size(); i++) {
            run.join("app-" + i / ORDER.size(), ORDER.get(i % ORDER.size()), stages.get(i));
        }
        List<Turn> turns = run.turns().all();
        long syncing = stages.stream().filter(Stage.SYNCING::equals).count();

        for (int i = 0; i < stages.size(); i++) {
            int position = i % ORDER.size();
            boolean free = syncing < window
                    && inCluster(stages, position) < cluster
                    && stages.subList(i - position, i).stream()
                            .allMatch(stage -> stage == Stage.HEALTHY || stage == Stage.WITHDRAWN);
            boolean waits = stages.get(i) == Stage.WAITS;
            assertThat(turns.get(i).isNext()).as(stages + " at " + i).isEqualTo(waits && free);
        }
    }

    private static long inCluster(List<Stage> stages, int position) {
        long count = 0;
        for (int i = position; i < stages.size(); i += ORDER.size()) {
            count += stages.get(i) == Stage.SYNCING ? 1 : 0;
        }
        return count;
    }

    private void join(String application, String cluster, Stage stage) {
        RequestId id = RequestId.random();
        requests.put(id, at(stage, id, new ApplicationId(cluster, application)));
        places.add(new Place(ID, id, START, stage == Stage.HELD ? Optional.of("The disk is full") : Optional.empty()));
    }

    private static DeploymentRequest at(Stage stage, RequestId id, ApplicationId application) {
        DeploymentRequest waits = DeploymentRequest.opened(
                id,
                ARequest.waiting(agreement(application)).wish(),
                agreement(application),
                ARequest.practice(Path.MAINTENANCE_WINDOW, Duration.ZERO, List.of()),
                "process-" + id,
                ARequest.OPENED,
                END);
        DeploymentRequest granted = waits.grant("4711", 3, START);
        DeploymentRequest begun = granted.followed(granted.currentAttempt().started(START), "At it.");
        return switch (stage) {
            case WAITS, HELD -> waits;
            case VOID -> waits.voided("Its source has been changed.");
            case SYNCING -> granted;
            case FAILED -> begun.fail("A hook failed.", START);
            case HEALTHY -> begun.end(Outcome.DEPLOYED, "Synced and healthy.", START);
            case GIVEN_UP -> begun.fail("A hook failed.", START).end(Outcome.GIVEN_UP, "It is given up.", START);
            case WITHDRAWN -> waits.end(Outcome.WITHDRAWN, "Not now.", START);
        };
    }

    private static Agreement agreement(ApplicationId application) {
        return new Agreement(application, List.of("a".repeat(40)), List.of("b".repeat(40)), "{}");
    }

    private List<String> next() {
        return turns().all().stream()
                .filter(Turn::isNext)
                .map(turn -> turn.request().agreement().application().toString())
                .toList();
    }

    private Optional<String> obstacle(String application) {
        return turns().all().stream()
                .filter(turn ->
                        turn.request().agreement().application().toString().equals(application))
                .findFirst()
                .flatMap(Turn::obstacle);
    }

    private Turns turns() {
        MaintenanceWindow window = new MaintenanceWindow(
                ID,
                START,
                END,
                false,
                status,
                Optional.of("coord"),
                true,
                status == Status.UNDER_WAY ? Optional.of(START) : Optional.empty(),
                Optional.empty());
        return new Turns(
                window,
                places,
                requests,
                elsewhere,
                new Turns.Rules(atOnce, perCluster, cluster -> ORDER.contains(cluster) ? ORDER : List.of()),
                now);
    }
}
