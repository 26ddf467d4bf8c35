package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.FixedArgoCd;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.demo.Seeded;
import org.syncgate.gate.Refusal.Ruling;
import org.syncgate.model.Agreement;
import org.syncgate.model.Cluster;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.RequestId;
import org.syncgate.model.Tier;
import org.syncgate.notice.ANotice;
import org.syncgate.request.ARequest;
import org.syncgate.request.Attempt;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.GivenApprovals;
import org.syncgate.request.Outcome;
import org.syncgate.request.SaidTimes;
import org.syncgate.request.Standing;
import org.syncgate.window.AFreeze;
import org.syncgate.window.Freeze;
import org.syncgate.window.FreezeScope;
import org.syncgate.window.Freezes;
import org.syncgate.window.SetFreezes;

/** The gate on a pending upgrade of idfdev/gafaelfawr, which nothing stands against unless a test says so. */
class GateTests {

    private static final String GAFAELFAWR = "idfdev/gafaelfawr";
    private static final String OTHER = "3c954628a960aaef81d7b2d4521929579f3541e6";
    private static final Instant NOW = ARequest.OPENED.plusSeconds(1);

    private static final LiveApplication PENDING = Seeded.live(GAFAELFAWR);
    private static final Agreement AGREED = ARequest.agreement(PENDING);
    private static final Practice BOARD = ARequest.practice(
            Path.CHANGE_BOARD, Duration.ofDays(1), List.of("#rsp-team"), "coordinators:1", "release-managers:1");
    private static final DeploymentRequest WAITING = ARequest.waiting(AGREED);

    /** Each alone: what is done to the Application, what follows, and words of the reason. */
    static Stream<Arguments> singleReasons() {
        return Stream.of(
                alone("being deleted", GateTests::deleted, Ruling.FINAL, "The Application is being deleted."),
                alone("auto-sync is on", GateTests::autoSynced, Ruling.WAIT, "Auto-sync is on"),
                alone(
                        "a fault that Argo CD reports",
                        GateTests::broken,
                        Ruling.WAIT,
                        "Argo CD reports ComparisonError: no such branch."),
                alone(
                        "a sync that nobody would pick up",
                        json -> json.withObject("/metadata/annotations")
                                .put("argocd.argoproj.io/skip-reconcile", "true"),
                        Ruling.WAIT,
                        "skip-reconcile"),
                alone(
                        "a target that cannot be pinned",
                        json -> json.withObject("/status/sync").put("revision", "v1.2"),
                        Ruling.WAIT,
                        "'v1.2' is not a Git commit"),
                alone("an operation", GateTests::operated, Ruling.WAIT, "An operation by jsick is in progress."),
                alone("a refresh under way", GateTests::refreshed, Ruling.WAIT, "has not compared the Application"),
                alone(
                        "another spec, not compared with yet",
                        json -> json.withObject("/spec")
                                .withArray("/ignoreDifferences")
                                .addObject()
                                .put("kind", "Secret"),
                        Ruling.WAIT,
                        "has not compared the Application"),
                alone(
                        "a changed source",
                        json -> {
                            sourceChanged(json);
                            json.withObject("/status/sync/comparedTo/source").put("targetRevision", "v2");
                        },
                        Ruling.VOID,
                        "source has been changed since it was agreed"),
                alone(
                        "a changed destination",
                        json -> {
                            json.withObject("/spec/destination").put("namespace", "elsewhere");
                            json.withObject("/status/sync/comparedTo/destination")
                                    .put("namespace", "elsewhere");
                        },
                        Ruling.VOID,
                        "destination has been changed since it was agreed"),
                alone(
                        "changed sync options",
                        json -> json.withObject("/spec/syncPolicy")
                                .withArray("syncOptions")
                                .add("Replace=true"),
                        Ruling.VOID,
                        "sync options have been changed since it was agreed"),
                alone(
                        "a deployed revision that has moved",
                        json -> deployed(json, OTHER, "jsick"),
                        Ruling.VOID,
                        "has moved from " + AGREED.deployed().get(0).substring(0, 7) + " to 3c95462 since"),
                alone(
                        "the target, deployed outside the gate",
                        json -> deployed(json, AGREED.target().get(0), "jsick"),
                        Ruling.FINAL,
                        "Somebody has deployed " + AGREED.target().get(0).substring(0, 7)
                                + " meanwhile, outside the gate."),
                alone(
                        "the target, deployed by another request",
                        json -> deployed(json, AGREED.target().get(0), "syncgate:r-98765432"),
                        Ruling.FINAL,
                        "outside the gate"),
                alone(
                        "in sync meanwhile",
                        json -> json.withObject("/status/sync")
                                .put("status", "Synced")
                                .put("revision", AGREED.deployed().get(0)),
                        Ruling.VOID,
                        "what was to be deployed is no longer pending"));
    }

    private static Arguments alone(String name, Consumer<ObjectNode> change, Ruling ruling, String words) {
        return arguments(name, change, ruling, words);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("singleReasons")
    void oneReasonAloneRefuses(String name, Consumer<ObjectNode> change, Ruling ruling, String words) {
        OneRequest requests = new OneRequest(WAITING);

        Judgement.Refused refused = refused(judge(requests, found(change)));

        assertThat(refused.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains(words));
        assertThat(refused.ruling()).isEqualTo(ruling);
        assertThat(requests.saved()).isEmpty();
    }

    @Test
    void whatTheProjectDoesNotPermitWaits() {
        Judgement.Refused refused = refused(judge(
                new OneRequest(WAITING),
                new Reading.Found(
                        PENDING, List.of("The sync windows are shut.", "The destination is not permitted."))));

        assertThat(refused.refusals())
                .containsExactly(
                        Refusal.waits("The sync windows are shut."),
                        Refusal.waits("The destination is not permitted."));
    }

    @Test
    void anUnreachableClusterWaits() {
        Judgement.Refused refused =
                refused(judge(new OneRequest(WAITING), new Reading.Unreachable("Connection refused")));

        assertThat(refused.refusals())
                .containsExactly(Refusal.waits("The cluster cannot be reached: Connection refused"));
    }

    @Test
    void aMissingApplicationIsFinal() {
        Judgement.Refused refused = refused(judge(new OneRequest(WAITING), new Reading.Missing()));

        assertThat(refused.refusals()).containsExactly(Refusal.ends("The Application is gone."));
    }

    @Test
    void allReasonsAreNamedAndTheWeightiestRules() {
        Consumer<ObjectNode> everything = json -> {
            autoSynced(json);
            broken(json);
            operated(json);
            refreshed(json);
        };
        Consumer<ObjectNode> alsoMoved = everything.andThen(json -> {
            sourceChanged(json);
            deployed(json, OTHER, "jsick");
        });
        Consumer<ObjectNode> alsoDeleted = alsoMoved.andThen(GateTests::deleted);

        assertThat(refused(judge(new OneRequest(WAITING), found(everything))))
                .satisfies(refused -> assertThat(refused.refusals()).hasSize(4))
                .satisfies(refused -> assertThat(refused.ruling()).isEqualTo(Ruling.WAIT));
        assertThat(refused(judge(new OneRequest(WAITING), found(alsoMoved))))
                .satisfies(refused -> assertThat(refused.refusals()).hasSize(6))
                .satisfies(refused -> assertThat(refused.ruling()).isEqualTo(Ruling.VOID));
        assertThat(refused(judge(new OneRequest(WAITING), found(alsoDeleted))))
                .satisfies(refused -> assertThat(refused.refusals()).hasSize(7))
                .satisfies(refused -> assertThat(refused.ruling()).isEqualTo(Ruling.FINAL))
                .satisfies(refused -> assertThat(refused.words())
                        .contains(
                                "source has been changed",
                                "has moved from",
                                "being deleted",
                                "Auto-sync is on",
                                "ComparisonError",
                                "An operation by jsick",
                                "has not compared"));
    }

    @Test
    void aPracticeIsJudgedWhateverTheApplicationLooksLike() {
        DeploymentRequest request = ARequest.waiting(AGREED, practice(Path.AUTOMATIC));

        assertThat(refused(judge(new OneRequest(request), found(GateTests::operated)))
                        .refusals())
                .extracting(Refusal::ruling)
                .containsExactlyInAnyOrder(Ruling.FINAL, Ruling.WAIT);
    }

    @Test
    void whatIsMissingFromTheRecordsIsNamedTogetherWithWhatArgoCdShows() {
        DeploymentRequest request = ARequest.waiting(AGREED, BOARD);

        Judgement.Refused refused = refused(judge(new OneRequest(request), found(json -> {
            sourceChanged(json);
            operated(json);
        })));

        assertThat(refused.refusals())
                .extracting(Refusal::reason)
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("source has been changed"),
                        reason -> assertThat(reason).contains("An operation by jsick"),
                        reason -> assertThat(reason).contains("has not compared"),
                        reason -> assertThat(reason).isEqualTo("It has not been announced yet on #rsp-team."),
                        reason -> assertThat(reason)
                                .isEqualTo("Approvals are missing: 1 of coordinators, 1 of release-managers."));
        assertThat(refused.ruling()).isEqualTo(Ruling.VOID);
        assertThat(refused.outcome()).isEmpty();
    }

    @Test
    void whatIsMissingFromTheRecordsIsNamedEvenWhereTheClusterCannotBeReached() {
        Judgement.Refused refused = refused(
                judge(new OneRequest(ARequest.waiting(AGREED, BOARD)), new Reading.Unreachable("Connection refused")));

        assertThat(refused.words())
                .contains("cannot be reached: Connection refused", "not been announced", "Approvals are missing");
        assertThat(refused.ruling()).isEqualTo(Ruling.WAIT);
    }

    @Test
    void whereNoticeWasGivenAndTheQuorumStandsTheGrantIsKept() {
        OneRequest requests = new OneRequest(ARequest.waiting(AGREED, BOARD));
        ToldNotices told = ToldNotices.of(ANotice.announced(1, "#rsp-team", NOW.minus(BOARD.minimumNotice())));
        GivenApprovals approvals = GivenApprovals.of(
                ARequest.approval(ARequest.waiting(AGREED, BOARD), "ben", "coordinators", "release-managers"),
                ARequest.approval(ARequest.waiting(AGREED, BOARD), "cyn", "coordinators"));

        assertThat(granted(gate(requests, found(json -> {}), told, approvals, SetFreezes.of())
                        .judge(ARequest.ID)))
                .isEqualTo(requests.saved().get(0));
    }

    @Test
    void aGrantHoldsOnALaterReadOnlyWhileEveryConditionDoes() {
        DeploymentRequest granted = WAITING.grant("4711", 3, NOW);
        Gate gate = gate(new OneRequest(granted), found(json -> {}));

        assertThat(gate.stillHolds(granted, found(json -> {}))).isTrue();
        assertThat(gate.stillHolds(granted, found(GateTests::operated))).isFalse();
        assertThat(gate.stillHolds(granted, found(GateTests::sourceChanged))).isFalse();
        assertThat(gate.stillHolds(ARequest.waiting(AGREED, BOARD).grant("4711", 3, NOW), found(json -> {})))
                .isFalse();
    }

    @Test
    void aFreezeIsNamedTogetherWithWhatElseStandsAgainstIt() {
        SetFreezes freezes = SetFreezes.of(frozen());
        OneRequest requests = new OneRequest(ARequest.waiting(AGREED, BOARD));

        Judgement.Refused refused =
                refused(gate(requests, found(GateTests::operated), ToldNotices.of(), GivenApprovals.of(), freezes)
                        .judge(ARequest.ID));

        assertThat(refused.refusals()).hasSize(4);
        assertThat(refused.words())
                .contains("The freeze f-1 of everything", "An operation by jsick", "not been announced", "Approvals");
        assertThat(refused.ruling()).isEqualTo(Ruling.WAIT);
    }

    @Test
    void aFreezeThatIsSetAfterTheGrantTakesItBackBeforeTheSyncIsAsked() {
        SetFreezes freezes = SetFreezes.of();
        DeploymentRequest granted = WAITING.grant("4711", 3, NOW);
        Gate gate = gate(new OneRequest(granted), found(json -> {}), ToldNotices.of(), GivenApprovals.of(), freezes);
        assertThat(gate.stillHolds(granted, found(json -> {}))).isTrue();

        freezes.set(frozen().terms(), "eve");

        assertThat(gate.stillHolds(granted, found(json -> {}))).isFalse();
    }

    @Test
    void aFreezeIsWaitedOutAtTheGateSinceNoPathKnowsOfIt() {
        SetFreezes freezes = SetFreezes.of(frozen());
        Gate gate = gate(new OneRequest(WAITING), found(json -> {}), ToldNotices.of(), GivenApprovals.of(), freezes);

        assertThat(gate.isItsTime(WAITING)).isTrue();
    }

    private static Freeze frozen() {
        return AFreeze.of(1, NOW, NOW.plusSeconds(60), FreezeScope.EVERYTHING);
    }

    @Test
    void anAgreementIsOverturnedByWhatIsSeenAndNotByWhatIsAwaited() {
        DeploymentRequest request = ARequest.waiting(AGREED, BOARD);
        Gate gate = gate(new OneRequest(request), found(json -> {}));

        assertThat(gate.overturned(request, found(GateTests::operated).application()))
                .isEmpty();
        assertThat(gate.overturned(request, found(GateTests::sourceChanged).application()))
                .hasValueSatisfying(refused -> assertThat(refused.ruling()).isEqualTo(Ruling.VOID));
        assertThat(gate.overturned(
                        request,
                        found(json -> deployed(json, AGREED.target().get(0), "jsick"))
                                .application()))
                .hasValueSatisfying(refused -> assertThat(refused.outcome()).contains(Outcome.DEPLOYED_OUTSIDE));
    }

    @Test
    void anAgreementThatIsVoidIsOverturnedOnlyByItsTargetBeingDeployedOutside() {
        DeploymentRequest request = ARequest.waiting(AGREED, BOARD).voided("Its source was changed.");
        Gate gate = gate(new OneRequest(request), found(json -> {}));

        assertThat(gate.overturned(request, found(GateTests::sourceChanged).application()))
                .isEmpty();
        assertThat(gate.overturned(
                        request,
                        found(json -> deployed(json, AGREED.target().get(0), "jsick"))
                                .application()))
                .hasValueSatisfying(refused -> assertThat(refused.outcome()).contains(Outcome.DEPLOYED_OUTSIDE));
    }

    @Test
    void whereEveryConditionHoldsTheGrantIsKeptAndRecorded() {
        OneRequest requests = new OneRequest(WAITING);

        Judgement judgement = judge(requests, found(json -> {}));

        DeploymentRequest granted = granted(judgement);
        assertThat(granted.standing()).isInstanceOf(Standing.Syncing.class);
        assertThat(requests.saved()).containsExactly(granted);
        assertThat(requests.recorded())
                .containsExactly("SYNC_GRANTED by syncgate: Attempt 1: every condition holds"
                        + " (\"At will, no heads-up required\").");
    }

    @Test
    void theGrantBearsTheVeryVersionThatWasJudged() {
        Judgement judgement = judge(
                new OneRequest(WAITING),
                found(json -> json.withObject("/metadata").put("resourceVersion", "4712")));

        Attempt attempt = granted(judgement).currentAttempt();
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.resourceVersion()).isEqualTo("4712");
        assertThat(attempt.historyBefore()).isEqualTo(PENDING.lastHistoryId());
        assertThat(attempt.grantedAt()).isEqualTo(NOW);
        assertThat(attempt.phase()).isEqualTo(Attempt.Phase.GRANTED);
    }

    @Test
    void anApplicationThatWasNeverDeployedHasNoHistoryBeforeTheGrant() {
        Consumer<ObjectNode> neverDeployed = json -> json.withObject("/status").remove("history");
        Reading.Found found = found(neverDeployed);

        Judgement judgement = judge(new OneRequest(ARequest.waiting(ARequest.agreement(found.application()))), found);

        assertThat(granted(judgement).currentAttempt().historyBefore()).isEqualTo(-1);
    }

    @Test
    void theNumberOfAttemptsCountsOn() {
        DeploymentRequest retried =
                WAITING.grant("1", 3, NOW).fail("A hook failed.", NOW).retry();

        assertThat(granted(judge(new OneRequest(retried), found(json -> {})))
                        .currentAttempt()
                        .number())
                .isEqualTo(2);
    }

    @Test
    void aSyncThatFailedAfterItHadAppliedEverythingCanBeRetried() {
        DeploymentRequest syncing = WAITING.grant("1", 3, NOW);
        DeploymentRequest retried = syncing.followed(syncing.currentAttempt().started(NOW), "Argo CD is at it.")
                .fail("A hook failed after the sync.", NOW)
                .retry();

        assertThat(judge(
                        new OneRequest(retried),
                        found(json -> json.withObject("/status/sync").put("status", "Synced"))))
                .isInstanceOf(Judgement.Granted.class);
    }

    @Test
    void aNewerPendingRevisionChangesNothingOfWhatWasAgreed() {
        Judgement judgement = judge(
                new OneRequest(WAITING),
                found(json -> json.withObject("/status/sync").put("revision", OTHER)));

        assertThat(granted(judgement).agreement()).isEqualTo(AGREED);
    }

    @Test
    void aSourceWrittenInAnotherOrderIsTheOneThatWasAgreed() {
        Consumer<ObjectNode> reordered = json -> {
            ObjectNode source = json.withObject("/spec/source");
            source.set("repoURL", source.remove("repoURL"));
            source.put("chart", "");
        };

        assertThat(judge(new OneRequest(WAITING), found(reordered))).isInstanceOf(Judgement.Granted.class);
    }

    @Test
    void aDriftIsSyncedOnceMoreUnlessSomebodyElseHasDoneSo() {
        String squareone = "idfdev/squareone";
        LiveApplication drifting = Seeded.live(squareone);
        Agreement resync = new Agreement(drifting.id(), drifting.deployed(), drifting.deployed(), drifting.spec());
        ObjectNode synced = Seeded.application(squareone);
        synced.withObject("/status/sync").put("status", "Synced");
        ((ObjectNode) synced.at("/status/history")
                        .get(synced.at("/status/history").size() - 1))
                .put("deployedAt", ARequest.OPENED.plusSeconds(60).toString());

        assertThat(judge(new OneRequest(ARequest.waiting(resync)), new Reading.Found(drifting, List.of())))
                .isInstanceOf(Judgement.Granted.class);
        assertThat(refused(judge(
                                new OneRequest(ARequest.waiting(resync)),
                                new Reading.Found(Seeded.live(squareone, synced), List.of())))
                        .outcome())
                .contains(Outcome.DEPLOYED_OUTSIDE);
    }

    @Test
    void aDriftThatEndsByItselfIsNobodysDeploymentOutsideTheGate() {
        String squareone = "idfdev/squareone";
        LiveApplication drifting = Seeded.live(squareone);
        Agreement resync = new Agreement(drifting.id(), drifting.deployed(), drifting.deployed(), drifting.spec());
        ObjectNode healed = Seeded.application(squareone);
        healed.withObject("/status/sync").put("status", "Synced");
        ((ObjectNode) healed.at("/status/history")
                        .get(healed.at("/status/history").size() - 1))
                .put("deployedAt", ARequest.OPENED.minusSeconds(60).toString());

        assertThat(refused(judge(
                                new OneRequest(ARequest.waiting(resync)),
                                new Reading.Found(Seeded.live(squareone, healed), List.of())))
                        .ruling())
                .isEqualTo(Refusal.Ruling.VOID);
    }

    @Test
    void aRetryAfterItsOwnAttemptSyncedAndDegradedIsGranted() {
        DeploymentRequest retried =
                WAITING.grant("1", 3, NOW).fail("Synced, but degraded.", NOW).retry();
        Consumer<ObjectNode> ownSync = json -> {
            deployed(json, AGREED.target().get(0), "syncgate:" + ARequest.ID);
            json.withObject("/status/sync").put("status", "Synced");
        };

        assertThat(judge(new OneRequest(retried), found(ownSync))).isInstanceOf(Judgement.Granted.class);
    }

    @Test
    void aRetryAfterSomebodyDeployedSomethingElseOnTopOfItsOwnSyncIsVoid() {
        DeploymentRequest retried =
                WAITING.grant("1", 3, NOW).fail("Synced, but degraded.", NOW).retry();
        Consumer<ObjectNode> foreignOnTop = json -> {
            deployed(json, AGREED.target().get(0), "syncgate:" + ARequest.ID);
            deployed(json, OTHER, "jsick");
        };

        assertThat(refused(judge(new OneRequest(retried), found(foreignOnTop))).ruling())
                .isEqualTo(Ruling.VOID);
    }

    static Stream<DeploymentRequest> thoseThatDoNotWait() {
        DeploymentRequest syncing = WAITING.grant("1", 3, NOW);
        DeploymentRequest failed = syncing.fail("A hook failed.", NOW);
        return Stream.of(
                WAITING.voided("The source has changed."),
                syncing,
                failed,
                failed.end(Outcome.GIVEN_UP, "No time.", NOW));
    }

    @ParameterizedTest
    @MethodSource("thoseThatDoNotWait")
    void aRequestThatDoesNotWaitIsNotJudged(DeploymentRequest request) {
        OneRequest requests = new OneRequest(request);

        assertThatIllegalStateException()
                .isThrownBy(() -> judge(requests, found(json -> {})))
                .withMessageStartingWith("r-23456789 does not wait for the gate");
        assertThat(requests.saved()).isEmpty();
    }

    @Test
    void aRequestThatThereIsNotIsNotJudged() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> gate(new OneRequest(WAITING), found(json -> {})).judge(new RequestId("r-98765432")))
                .withMessage("There is no request r-98765432");
    }

    private static void deleted(ObjectNode json) {
        json.withObject("/metadata").put("deletionTimestamp", "2026-11-20T18:00:00Z");
    }

    private static void autoSynced(ObjectNode json) {
        json.withObject("/spec/syncPolicy").putObject("automated");
    }

    private static void broken(ObjectNode json) {
        json.withObject("/status")
                .putArray("conditions")
                .addObject()
                .put("type", "ComparisonError")
                .put("message", "no such branch");
    }

    private static void operated(ObjectNode json) {
        json.putObject("operation").putObject("initiatedBy").put("username", "jsick");
    }

    private static void refreshed(ObjectNode json) {
        json.withObject("/metadata/annotations").put("argocd.argoproj.io/refresh", "normal");
    }

    private static void sourceChanged(ObjectNode json) {
        json.withObject("/spec/source").put("targetRevision", "v2");
    }

    private static void deployed(ObjectNode json, String revision, String by) {
        ObjectNode entry = json.withObject("/status").withArray("history").addObject();
        entry.put("id", 100).put("revision", revision).put("deployedAt", "2026-11-20T18:00:00Z");
        entry.putObject("initiatedBy").put("username", by);
        entry.set("source", json.at("/spec/source").deepCopy());
    }

    private static Practice practice(Path path) {
        return new Practice("1", path, Duration.ZERO, List.of(), List.of(), false, List.of(), "…");
    }

    private static Reading.Found found(Consumer<ObjectNode> change) {
        ObjectNode json = Seeded.application(GAFAELFAWR);
        change.accept(json);
        return new Reading.Found(Seeded.live(GAFAELFAWR, json), List.of());
    }

    private static Judgement judge(OneRequest requests, Reading reading) {
        return gate(requests, reading).judge(ARequest.ID);
    }

    private static Gate gate(OneRequest requests, Reading reading) {
        return gate(requests, reading, ToldNotices.of(), GivenApprovals.of(), SetFreezes.of());
    }

    private static Gate gate(
            OneRequest requests, Reading reading, ToldNotices told, GivenApprovals approvals, Freezes freezes) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        FixedArgoCd argoCd =
                FixedArgoCd.of(new Cluster("idfdev", "science", Tier.DEV), new ClusterStatus.Reachable(), reading);
        return new Gate(
                requests, argoCd, AllConditions.over(told, approvals, freezes, new SaidTimes(), argoCd, clock), clock);
    }

    private static Judgement.Refused refused(Judgement judgement) {
        assertThat(judgement).isInstanceOf(Judgement.Refused.class);
        return (Judgement.Refused) judgement;
    }

    private static DeploymentRequest granted(Judgement judgement) {
        assertThat(judgement).isInstanceOf(Judgement.Granted.class);
        return ((Judgement.Granted) judgement).request();
    }
}
