package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.argocd.Progress;
import org.syncgate.request.Attempt;
import org.syncgate.request.Attempt.Holding;
import org.syncgate.request.Attempt.Phase;

class VerdictsTests {

    private static final SyncTimes TIMES = new SyncTimes(
            Duration.ofMinutes(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20));

    private static final Duration JUST = Duration.ofNanos(1);

    /** When the phase that a test begins in was first seen. */
    private static final Instant SINCE = Instant.parse("2026-11-20T18:00:00Z");

    private static final Instant STARTED = SINCE.minusSeconds(1);

    private static final Progress RUNNING = new Progress.Running(STARTED, "waiting for hook");
    private static final Progress HEALTHY = new Progress.Succeeded(STARTED, true, false, "Healthy, Synced");
    private static final Progress PROGRESSING = new Progress.Succeeded(STARTED, false, false, "Progressing, Synced");
    private static final Progress DEGRADED = new Progress.Succeeded(STARTED, false, true, "Degraded, Synced");

    private static final Map<String, Progress> SIGHTS = Map.of(
            "NotPickedUp", new Progress.NotPickedUp(),
            "Running", RUNNING,
            "AwaitingComparison", new Progress.AwaitingComparison(STARTED),
            "healthy", HEALTHY,
            "progressing", PROGRESSING,
            "degraded", DEGRADED,
            "Failed", new Progress.Failed(STARTED, "hook failed"),
            "Lost", new Progress.Lost(),
            "Overwritten", new Progress.Overwritten("jsick"),
            "NeverAsked", new Progress.NeverAsked());

    /** What is seen, and what it means in each phase that the attempt may be in, well within all times. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # seen             | GRANTED  | ASKED    | RUNNING  | SETTLING | OVER
            NotPickedUp        | ASKED    | ASKED    | ASKED    | ASKED    | ASKED
            Running            | RUNNING  | RUNNING  | RUNNING  | RUNNING  | RUNNING
            AwaitingComparison | SETTLING | SETTLING | SETTLING | SETTLING | SETTLING
            healthy            | SETTLING | SETTLING | SETTLING | SETTLING | SETTLING
            progressing        | SETTLING | SETTLING | SETTLING | SETTLING | SETTLING
            degraded           | SETTLING | SETTLING | SETTLING | SETTLING | SETTLING
            Failed             | Failed   | Failed   | Failed   | Failed   | Failed
            Lost               | Failed   | Failed   | Failed   | Failed   | Failed
            Overwritten        | Again    | Failed   | Failed   | Failed   | Failed
            NeverAsked         | Again    | Failed   | Failed   | Failed   | Failed
            """)
    void whatIsSeenMeansInEachPhase(
            String seen, String granted, String asked, String running, String settling, String over) {
        Progress progress = Optional.ofNullable(SIGHTS.get(seen)).orElseThrow();

        assertThat(Stream.of(Phase.values())
                        .map(phase -> name(at(Duration.ofSeconds(1)).of(attempt(phase), progress))))
                .containsExactly(granted, asked, running, settling, over);
    }

    @Test
    void theTableAboveKnowsEveryProgress() {
        Set<Class<?>> known = SIGHTS.values().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(known).containsExactlyInAnyOrder(Progress.class.getPermittedSubclasses());
    }

    private static String name(Verdict verdict) {
        return verdict instanceof Verdict.Going going
                ? going.attempt().phase().name()
                : verdict.getClass().getSimpleName();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Failed      | ASKED   | Argo CD says: hook failed
            Lost        | RUNNING | Argo CD has lost the operation and will not go on with it.
            Overwritten | ASKED   | An operation by jsick has taken the place of this one.
            NeverAsked  | ASKED   | The operation is gone from the Application without a trace.
            """)
    void aFailureSaysWhatWasSeen(String seen, Phase phase, String words) {
        Progress progress = Optional.ofNullable(SIGHTS.get(seen)).orElseThrow();

        assertThat(failed(at(Duration.ZERO).of(attempt(phase), progress)).why()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Overwritten | An operation by jsick came first.
            NeverAsked  | Something changed between the grant and the request to sync.
            """)
    void aPatchThatWasNotTakenSaysWhyEverythingIsJudgedAgain(String seen, String words) {
        Progress progress = Optional.ofNullable(SIGHTS.get(seen)).orElseThrow();

        assertThat(at(Duration.ZERO).of(attempt(Phase.GRANTED), progress)).isEqualTo(new Verdict.Again(words));
    }

    @Test
    void aNewPhaseHasItsWholeTimeHoweverLongTheOneBeforeTook() {
        Verdicts late = at(Duration.ofHours(5));

        assertThat(going(late.of(attempt(Phase.GRANTED), new Progress.NotPickedUp()))
                        .attempt()
                        .phaseSince())
                .isEqualTo(SINCE.plus(Duration.ofHours(5)));
        assertThat(late.of(attempt(Phase.ASKED), RUNNING)).isInstanceOf(Verdict.Going.class);
        assertThat(late.of(attempt(Phase.RUNNING), PROGRESSING)).isInstanceOf(Verdict.Going.class);
    }

    @ParameterizedTest
    @CsvSource({"Running", "AwaitingComparison", "healthy", "Failed"})
    void theOperationsStartIsKeptAsFirstSeen(String seen) {
        Progress progress = Optional.ofNullable(SIGHTS.get(seen)).orElseThrow();
        Instant first = STARTED.minusSeconds(9);

        assertThat(attemptOf(at(Duration.ZERO).of(attempt(Phase.ASKED), progress))
                        .startedAt())
                .contains(STARTED);
        assertThat(attemptOf(at(Duration.ZERO).of(attempt(Phase.RUNNING).started(first), progress))
                        .startedAt())
                .contains(first);
    }

    @Test
    void whatIsNotPickedUpInTwoMinutesIsTakenBack() {
        Progress notPickedUp = new Progress.NotPickedUp();
        Verdict.Going going = going(before(Duration.ofMinutes(2)).of(attempt(Phase.ASKED), notPickedUp));

        assertThat(going.words()).isEqualTo("Asked; Argo CD has not begun yet.");
        assertThat(going.lookAgain()).isEqualTo(SINCE.plus(Duration.ofMinutes(2)));
        assertThat(at(Duration.ofMinutes(2)).of(attempt(Phase.ASKED), notPickedUp))
                .isEqualTo(new Verdict.NotPickedUp("Argo CD's controller has not begun within 2 minutes."));
    }

    @Test
    void whatIsNotOverInThirtyMinutesHasFailed() {
        Verdict.Going going = going(before(Duration.ofMinutes(30)).of(attempt(Phase.RUNNING), RUNNING));

        assertThat(going.words()).isEqualTo("Argo CD is at it: waiting for hook");
        assertThat(going.lookAgain()).isEqualTo(SINCE.plus(Duration.ofMinutes(30)));
        assertThat(failed(at(Duration.ofMinutes(30)).of(attempt(Phase.RUNNING), RUNNING))
                        .why())
                .isEqualTo("Still not over after 30 minutes. Argo CD is at it: waiting for hook");
    }

    @Test
    void whereArgoCdSaysNothingNothingIsMadeUp() {
        assertThat(going(at(Duration.ZERO).of(attempt(Phase.RUNNING), new Progress.Running(STARTED, "")))
                        .words())
                .isEqualTo("Argo CD is at it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            progressing        | Synced, but not settled: Progressing, Synced.
            AwaitingComparison | Synced; Argo CD has not looked at the result yet.
            """)
    void whatHasNotSettledInFifteenMinutesHasFailed(String seen, String words) {
        Progress progress = Optional.ofNullable(SIGHTS.get(seen)).orElseThrow();
        Verdict.Going going = going(before(Duration.ofMinutes(15)).of(attempt(Phase.SETTLING), progress));

        assertThat(going.words()).isEqualTo(words);
        assertThat(going.lookAgain()).isEqualTo(SINCE.plus(Duration.ofMinutes(15)));
        assertThat(failed(at(Duration.ofMinutes(15)).of(attempt(Phase.SETTLING), progress))
                        .why())
                .isEqualTo("Not settled within 15 minutes after the sync. " + words);
    }

    @Test
    void healthCountsOnceItHasHeldForTheSoak() {
        Attempt healthy = holding(Holding.HEALTHY, Duration.ZERO);
        Verdict.Going going = going(before(TIMES.soak()).of(healthy, HEALTHY));

        assertThat(going.words()).isEqualTo("Synced and healthy; watched for 30 seconds.");
        assertThat(going.lookAgain()).isEqualTo(SINCE.plus(TIMES.soak()));
        assertThat(at(TIMES.soak()).of(healthy, HEALTHY)).isEqualTo(new Verdict.Deployed(healthy));
    }

    @Test
    void degradationCountsOnceItHasHeldForTheSoak() {
        Attempt degraded = holding(Holding.DEGRADED, Duration.ZERO);

        assertThat(before(TIMES.soak()).of(degraded, DEGRADED)).isInstanceOf(Verdict.Going.class);
        assertThat(at(TIMES.soak()).of(degraded, DEGRADED))
                .isEqualTo(new Verdict.Failed(degraded, "Synced, but not settled: Degraded, Synced."));
    }

    @ParameterizedTest
    @CsvSource({"progressing", "degraded", "AwaitingComparison", "Running"})
    void flappingHealthBeginsItsSoakAnew(String between) {
        Attempt healthy = holding(Holding.HEALTHY, Duration.ZERO);
        Progress flap = Optional.ofNullable(SIGHTS.get(between)).orElseThrow();

        Attempt flapped = going(at(Duration.ofSeconds(20)).of(healthy, flap)).attempt();
        Attempt again = going(at(Duration.ofSeconds(25)).of(flapped, HEALTHY)).attempt();

        assertThat(before(Duration.ofSeconds(55)).of(again, HEALTHY)).isInstanceOf(Verdict.Going.class);
        assertThat(at(Duration.ofSeconds(55)).of(again, HEALTHY)).isInstanceOf(Verdict.Deployed.class);
    }

    @Test
    void degradationThatRecoversIsNoFailure() {
        Attempt degraded = holding(Holding.DEGRADED, Duration.ZERO);
        Attempt recovered =
                going(at(Duration.ofSeconds(29)).of(degraded, HEALTHY)).attempt();

        assertThat(recovered.holding()).isEqualTo(Holding.HEALTHY);
        assertThat(at(Duration.ofSeconds(59)).of(recovered, HEALTHY)).isInstanceOf(Verdict.Deployed.class);
    }

    @Test
    void healthThatComesAtTheLastMomentIsStillWatchedForItsSoak() {
        Duration last = Duration.ofMinutes(15).minus(JUST);
        Attempt healthy = going(at(last).of(attempt(Phase.SETTLING), HEALTHY)).attempt();

        assertThat(before(last.plus(TIMES.soak())).of(healthy, HEALTHY)).isInstanceOf(Verdict.Going.class);
        assertThat(at(last.plus(TIMES.soak())).of(healthy, HEALTHY)).isInstanceOf(Verdict.Deployed.class);
    }

    @Test
    void healthThatIsLostAfterTheLastMomentIsNotWaitedForAgain() {
        Attempt healthy = holding(Holding.HEALTHY, Duration.ofMinutes(15).minus(JUST));

        assertThat(failed(at(Duration.ofMinutes(15)).of(healthy, PROGRESSING)).why())
                .startsWith("Not settled within 15 minutes");
    }

    @Test
    void degradationAtTheLastMomentIsNotWaitedFor() {
        Attempt degraded = holding(Holding.DEGRADED, Duration.ofMinutes(15).minus(JUST));

        assertThat(failed(at(Duration.ofMinutes(15)).of(degraded, DEGRADED)).why())
                .isEqualTo("Not settled within 15 minutes after the sync. Synced, but not settled: Degraded, Synced.");
    }

    @Test
    void whereNoEventComesTheNextLookIsAfterLookAgainAtTheLatest() {
        assertThat(going(at(Duration.ofSeconds(5)).of(attempt(Phase.RUNNING), RUNNING))
                        .lookAgain())
                .isEqualTo(SINCE.plusSeconds(25));
    }

    @ParameterizedTest
    @CsvSource({"GRANTED, PT2M", "ASKED, PT2M", "RUNNING, PT30M", "SETTLING, PT15M", "OVER, PT15M"})
    void anUnreachableClusterIsWaitedForAsLongAsThePhaseMayTake(Phase phase, Duration limit) {
        Verdict.Going going = going(before(limit).unreachable(attempt(phase), "Connection refused"));

        assertThat(going.attempt()).isEqualTo(attempt(phase));
        assertThat(going.words()).isEqualTo("The cluster cannot be reached: Connection refused");
        assertThat(going.lookAgain()).isEqualTo(SINCE.plus(limit));
        assertThat(at(limit).unreachable(attempt(phase), "Connection refused"))
                .isEqualTo(new Verdict.Failed(
                        attempt(phase),
                        "The cluster cannot be reached, so nobody knows whether the sync is over: Connection refused"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Holding.class,
            names = {"HEALTHY", "DEGRADED"})
    void whatNobodyCouldSeeHasNotHeld(Holding holding) {
        Attempt held = holding(holding, Duration.ZERO);

        Attempt unseen = going(at(Duration.ofSeconds(1)).unreachable(held, "Connection refused"))
                .attempt();

        assertThat(unseen.holding()).isEqualTo(Holding.NOTHING);
        assertThat(going(at(Duration.ofMinutes(10)).of(unseen, HEALTHY))
                        .attempt()
                        .holdingSince())
                .contains(SINCE.plus(Duration.ofMinutes(10)));
    }

    private static Attempt attempt(Phase phase) {
        return new Attempt(1, STARTED, "4711", 3, phase, SINCE, Optional.empty(), Holding.NOTHING, Optional.empty());
    }

    /** Settling, and seen so after a while. */
    private static Attempt holding(Holding holding, Duration after) {
        return attempt(Phase.SETTLING).started(STARTED).holding(holding, SINCE.plus(after));
    }

    private static Verdicts at(Duration sinceThen) {
        return new Verdicts(TIMES, Clock.fixed(SINCE.plus(sinceThen), ZoneOffset.UTC));
    }

    private static Verdicts before(Duration sinceThen) {
        return at(sinceThen.minus(JUST));
    }

    private static Verdict.Going going(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Going.class);
        return (Verdict.Going) verdict;
    }

    private static Verdict.Failed failed(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        return (Verdict.Failed) verdict;
    }

    private static Attempt attemptOf(Verdict verdict) {
        return verdict instanceof Verdict.Going going
                ? going.attempt()
                : failed(verdict).attempt();
    }
}
