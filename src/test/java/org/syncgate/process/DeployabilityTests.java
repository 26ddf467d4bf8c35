package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.argocd.ApplicationState;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.ClusterStatus.Reachability;
import org.syncgate.argocd.FixedArgoCd;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.demo.Seeded;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.Revisions;
import org.syncgate.model.Tier;

class DeployabilityTests {

    private static final String GAFAELFAWR = "idfdev/gafaelfawr";
    private static final LiveApplication PENDING = Seeded.live(GAFAELFAWR);
    private static final Reachability REACHABLE = new ClusterStatus.Reachable();

    /** One application for each state in which nobody can deploy, and the sentence that says why. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        inSync(),
                        "idfdev/cert-manager is in sync: 1a95462 is deployed since 12 Nov 2026 23:05 UTC,"
                                + " and nothing is pending."),
                arguments(
                        Seeded.live("idfdev/vault-secrets-operator"),
                        "Auto-sync is on for idfdev/vault-secrets-operator: Argo CD deploys it by itself, and there is"
                                + " nothing to ask for."),
                arguments(
                        Seeded.live("idfint/tap"),
                        "An operation by admin is in progress on idfint/tap. Try again when it is over."),
                arguments(
                        changed(
                                GAFAELFAWR,
                                json -> json.withObject("/metadata").put("deletionTimestamp", "2026-11-20T18:00:00Z")),
                        "idfdev/gafaelfawr is being deleted."),
                arguments(
                        changed("idfdev/times-square", json -> {
                            json.withObject("/status/conditions/0").put("message", "no such branch");
                            json.withObject("/metadata/annotations").put("argocd.argoproj.io/skip-reconcile", "true");
                        }),
                        "idfdev/times-square cannot be deployed until this is mended: Argo CD reports ComparisonError:"
                                + " no such branch. Its annotation argocd.argoproj.io/skip-reconcile is \"true\", so"
                                + " Argo CD would never pick up a sync."),
                arguments(
                        changed(
                                GAFAELFAWR,
                                json -> json.withObject("/metadata/annotations")
                                        .put("argocd.argoproj.io/refresh", "normal")),
                        "What Argo CD shows of idfdev/gafaelfawr is stale: it has not compared it with its present"
                                + " source yet. Try again in a minute."));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void whatCannotBeDeployedSaysWhy(LiveApplication live, String sentence) {
        assertThat(Deployability.refusal(live)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idfdev/gafaelfawr", "idfdev/portal", "idfdev/squareone"})
    void pendingUpgradesAndDriftsCanBeDeployed(String application) {
        assertThat(Deployability.refusal(Seeded.live(application))).isEmpty();
    }

    @Test
    void everyStateIsAnswered() {
        Set<Class<?>> answered = Stream.concat(
                        refusals().map(row -> (LiveApplication) row.get()[0]),
                        Stream.of(PENDING, Seeded.live("idfdev/squareone")))
                .map(live -> live.state().getClass())
                .collect(Collectors.toSet());

        assertThat(answered).containsExactlyInAnyOrder(ApplicationState.class.getPermittedSubclasses());
    }

    @Test
    void whatIsInSyncWithoutAHistoryIsNotDated() {
        LiveApplication undated = changed(
                "idfdev/cert-manager", json -> json.withObject("/status").remove("history"));

        assertThat(Deployability.refusal(undated))
                .contains("idfdev/cert-manager is in sync: nothing is deployed, and nothing is pending.");
    }

    @Test
    void anUpgradeBringsWhatIsPendingAndADriftWhatIsDeployed() {
        LiveApplication drifting = Seeded.live("idfdev/squareone");

        assertThat(Deployability.target(PENDING)).isEqualTo(PENDING.target()).isNotEqualTo(PENDING.deployed());
        assertThat(Deployability.target(drifting)).isEqualTo(drifting.deployed());
    }

    @Test
    void whatWasShownAndIsStillPendingIsReadAfresh() {
        assertThat(require(shown(PENDING.target()), REACHABLE, found(PENDING))).isSameAs(PENDING);
        assertThat(require(choice(Optional.empty()), REACHABLE, found(PENDING))).isSameAs(PENDING);
    }

    @Test
    void whatIsPendingNowInsteadOfWhatWasShownHasToBeSeenFirst() {
        assertRefused(shown(List.of("3c954628a960aaef81d7b2d4521929579f3541e6")), REACHABLE, found(PENDING))
                .isEqualTo("Since you opened the form, " + Revisions.brief(PENDING.target())
                        + " has become the pending revision of idfdev/gafaelfawr instead of 3c95462. Close the form and"
                        + " open it again.");
    }

    @Test
    void whatCannotBeDeployedIsRefusedInItsOwnWords() {
        assertRefused(choice(Optional.empty()), REACHABLE, found(inSync())).contains("is in sync");
    }

    @Test
    void anUnknownClusterIsRefused() {
        assertRefused(
                        new Choice(new ApplicationId("nowhere", "tap"), Optional.empty()),
                        REACHABLE,
                        new Reading.Missing())
                .isEqualTo("There is no cluster nowhere. Choose an application from the list.");
    }

    @Test
    void anUnknownApplicationIsRefused() {
        assertRefused(choice(Optional.empty()), REACHABLE, new Reading.Missing())
                .isEqualTo("There is no application idfdev/gafaelfawr. Choose one from the list.");
    }

    @Test
    void aClusterThatDoesNotAnswerIsRefusedWithSinceWhenAndWhy() {
        assertRefused(
                        choice(Optional.empty()),
                        new ClusterStatus.Unreachable(Seeded.NOW, "Connection refused"),
                        found(PENDING))
                .isEqualTo("idfdev cannot be reached since 20 Nov 2026 18:00 UTC (Connection refused). Try again"
                        + " later.");
    }

    @Test
    void aClusterThatHasNotAnsweredYetIsRefused() {
        assertRefused(choice(Optional.empty()), new ClusterStatus.Connecting(), found(PENDING))
                .isEqualTo("idfdev has not answered yet. Try again in a minute.");
    }

    @Test
    void aClusterThatJustStoppedAnsweringIsRefused() {
        assertRefused(choice(Optional.empty()), REACHABLE, new Reading.Unreachable("Connection reset"))
                .isEqualTo("idfdev cannot be reached at the moment (Connection reset). Try again later.");
    }

    private static AbstractStringAssert<?> assertRefused(Choice choice, Reachability reachability, Reading reading) {
        Refused refused = catchThrowableOfType(Refused.class, () -> require(choice, reachability, reading));
        assertThat(refused).isNotNull();
        return assertThat(refused.getMessage());
    }

    private static LiveApplication require(Choice choice, Reachability reachability, Reading reading) {
        Cluster idfdev = new Cluster("idfdev", "science", Tier.DEV);
        return new Deployability(FixedArgoCd.of(idfdev, reachability, reading)).require(choice);
    }

    private static Choice shown(List<String> revisions) {
        return choice(Optional.of(revisions));
    }

    private static Choice choice(Optional<List<String>> shown) {
        return new Choice(PENDING.id(), shown);
    }

    private static Reading found(LiveApplication live) {
        return new Reading.Found(live, List.of());
    }

    private static LiveApplication inSync() {
        return changed(
                "idfdev/cert-manager",
                json -> json.withObject("/status")
                        .putArray("history")
                        .addObject()
                        .put("id", 3)
                        .put("revision", "1a954628a960aaef81d7b2d4521929579f3541e6")
                        .put("deployedAt", "2026-11-12T23:05:41Z"));
    }

    private static LiveApplication changed(String application, Consumer<ObjectNode> change) {
        ObjectNode json = Seeded.application(application);
        change.accept(json);
        return Seeded.live(application, json);
    }
}
