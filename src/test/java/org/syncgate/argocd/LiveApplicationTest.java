package org.syncgate.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.syncgate.argocd.AnApplication.NEW;
import static org.syncgate.argocd.AnApplication.OLD;
import static org.syncgate.argocd.AnApplication.OTHER;
import static org.syncgate.argocd.AnApplication.pending;
import static org.syncgate.argocd.AnApplication.pendingOfTwoSources;
import static org.syncgate.argocd.AnApplication.synced;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveApplicationTest {

    private static final String OPERATION = "{initiatedBy: {username: 'jsick'}, sync: {}}";

    private static AnApplication drifting() {
        return pending().with("/status/sync/revision", "'" + OLD + "'");
    }

    static Stream<Arguments> states() {
        return Stream.of(
                arguments("a newer target", pending(), new ApplicationState.PendingUpgrade(List.of(OLD), List.of(NEW))),
                arguments(
                        "a newer target of several sources",
                        pendingOfTwoSources(),
                        new ApplicationState.PendingUpgrade(List.of(OLD, OTHER), List.of(NEW, OTHER))),
                arguments(
                        "never deployed",
                        pending().without("/status/history"),
                        new ApplicationState.PendingUpgrade(List.of(), List.of(NEW))),
                arguments("out of sync at what is deployed", drifting(), new ApplicationState.Drift(List.of(OLD))),
                arguments(
                        "out of sync at the deployed revision, but of another source",
                        drifting()
                                .with("/spec/source/helm/valueFiles", "['values.yaml']")
                                .compared(),
                        new ApplicationState.PendingUpgrade(List.of(OLD), List.of(OLD))),
                arguments("synced", synced(), new ApplicationState.InSync(List.of(NEW))),
                arguments(
                        "auto-sync",
                        synced().with("/spec/syncPolicy/automated", "{}"),
                        new ApplicationState.AutoSync()),
                arguments(
                        "asked for, not begun",
                        pending().with("/operation", OPERATION),
                        new ApplicationState.OperationInProgress("jsick", Optional.empty())),
                arguments(
                        "asked for, with the last operation's state still there",
                        pending()
                                .with("/operation", OPERATION)
                                .with(
                                        "/status/operationState",
                                        "{phase: 'Succeeded', startedAt: '2026-11-12T23:05:00Z'}"),
                        new ApplicationState.OperationInProgress("jsick", Optional.empty())),
                arguments(
                        "an operation runs",
                        pending()
                                .with("/operation", OPERATION)
                                .with(
                                        "/status/operationState",
                                        "{phase: 'Running', startedAt: '2026-11-20T18:00:00Z'}"),
                        new ApplicationState.OperationInProgress(
                                "jsick", Optional.of(Instant.parse("2026-11-20T18:00:00Z")))),
                arguments(
                        "a zombie, which nobody resumes",
                        pending()
                                .with("/operation", "null")
                                .with(
                                        "/status/operationState",
                                        "{phase: 'Running', startedAt: '2026-11-20T18:00:00Z'}"),
                        new ApplicationState.PendingUpgrade(List.of(OLD), List.of(NEW))),
                arguments(
                        "a refresh is under way",
                        pending().with("/metadata/annotations", "{'argocd.argoproj.io/refresh': 'normal'}"),
                        new ApplicationState.Stale()),
                arguments(
                        "the branch was changed since",
                        pending().with("/spec/source/targetRevision", "'v2'"),
                        new ApplicationState.Stale()),
                arguments("never compared", pending().without("/status"), new ApplicationState.Stale()),
                arguments(
                        "being deleted",
                        pending().with("/metadata/deletionTimestamp", "'2026-11-20T18:00:00Z'"),
                        new ApplicationState.BeingDeleted()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void itsStateIsOneOfEight(String name, AnApplication application, ApplicationState state) {
        assertThat(application.live().state()).isEqualTo(state);
    }

    @Test
    void whatHasToBeDealtWithFirstIsItsState() {
        AnApplication application = pending()
                .with("/metadata/deletionTimestamp", "'2026-11-20T18:00:00Z'")
                .with("/spec/syncPolicy/automated", "{enabled: true}")
                .with("/status/conditions", "[{type: 'ComparisonError', message: 'no such branch'}]")
                .with("/operation", OPERATION)
                .with("/metadata/annotations", "{'argocd.argoproj.io/refresh': 'hard'}");

        assertThat(application.live().state()).isInstanceOf(ApplicationState.BeingDeleted.class);
        application.without("/metadata/deletionTimestamp");
        assertThat(application.live().state()).isInstanceOf(ApplicationState.AutoSync.class);
        application.without("/spec/syncPolicy/automated");
        assertThat(application.live().state()).isInstanceOf(ApplicationState.Broken.class);
        application.without("/status/conditions");
        assertThat(application.live().state()).isInstanceOf(ApplicationState.OperationInProgress.class);
        application.without("/operation");
        assertThat(application.live().state()).isInstanceOf(ApplicationState.Stale.class);
        application.without("/metadata/annotations");
        assertThat(application.live().state()).isInstanceOf(ApplicationState.PendingUpgrade.class);
    }

    @Test
    void nullAndAbsentAreTheSame() {
        LiveApplication application = pending()
                .with("/operation", "null")
                .with("/metadata/deletionTimestamp", "null")
                .with("/spec/syncPolicy/automated", "null")
                .with("/spec/sources", "null")
                .with("/spec/sourceHydrator", "null")
                .with("/metadata/annotations", "{'argocd.argoproj.io/refresh': null}")
                .with("/status/conditions", "null")
                .with("/status/operationState", "null")
                .live();

        assertThat(application.state()).isEqualTo(new ApplicationState.PendingUpgrade(List.of(OLD), List.of(NEW)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {}                               | true
                    {prune: true}                    | true
                    {enabled: true}                  | true
                    {enabled: null}                  | true
                    {enabled: false, selfHeal: true} | false
                    null                             | false
                    """)
    void autoSyncIsOnWhereItIsPresentAndNotSwitchedOff(String automated, boolean on) {
        assertThat(pending()
                        .with("/spec/syncPolicy/automated", automated)
                        .live()
                        .autoSync())
                .isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {initiatedBy: {automated: true}, sync: {}}                         | auto-sync
                    {initiatedBy: {automated: true}, sync: {autoHealAttemptsCount: 2}} | self-heal
                    {initiatedBy: {username: 'applicationset-controller'}}             | an ApplicationSet's rolling sync
                    {initiatedBy: {username: 'syncgate:r-23456789'}}                   | syncgate request r-23456789
                    {initiatedBy: {username: 'jsick'}}                                 | jsick
                    {sync: {}}                                                         | somebody
                    {}                                                                 | somebody
                    """)
    void anOperationsInitiatorIsNamedInHumanWords(String operation, String words) {
        assertThat(pending().with("/operation", operation).live().operationBy()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ComparisonError", "InvalidSpecError", "UnknownError"})
    void aConditionOfArgoCdIsAFaultInItsOwnWords(String type) {
        LiveApplication application = pending()
                .with("/status/conditions", "[{type: '" + type + "', message: 'no such branch'}]")
                .with("/status/sync/status", "'Unknown'")
                .live();

        assertThat(application.faults()).containsExactly("Argo CD reports " + type + ": no such branch.");
        assertThat(application.state()).isEqualTo(new ApplicationState.Broken(application.faults()));
    }

    @Test
    void aConditionThatIsASentenceAlreadyGetsNoSecondFullStop() {
        assertThat(pending()
                        .with("/status/conditions", "[{type: 'ComparisonError', message: 'No such branch.'}]")
                        .live()
                        .faults())
                .containsExactly("Argo CD reports ComparisonError: No such branch.");
    }

    @Test
    void aWarningIsNoFault() {
        assertThat(pending()
                        .with("/status/conditions", "[{type: 'OrphanedResourceWarning', message: '3 of them'}]")
                        .live()
                        .faults())
                .isEmpty();
    }

    @Test
    void anUnknownSyncStatusIsAFault() {
        assertThat(pending().with("/status/sync/status", "'Unknown'").live().faults())
                .containsExactly("Argo CD does not know whether it is in sync.");
    }

    @Test
    void skippedReconciliationIsAFaultSinceNobodyWouldPickTheSyncUp() {
        assertThat(pending()
                        .with("/metadata/annotations", "{'argocd.argoproj.io/skip-reconcile': 'true'}")
                        .live()
                        .faults())
                .singleElement()
                .asString()
                .contains("argocd.argoproj.io/skip-reconcile", "never pick up");
    }

    @Test
    void oneRevisionForTwoSourcesIsAFault() {
        LiveApplication application = pendingOfTwoSources()
                .with("/status/sync/revisions", "['" + NEW + "']")
                .live();

        assertThat(application.faults())
                .containsExactly("Argo CD names 1 revision for 2 sources, so they cannot be pinned.");
        assertThat(application.target()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "main", "HEAD", "2b95462", "v1.*"})
    void aTargetThatIsNoCommitIsAFault(String revision) {
        LiveApplication application =
                pending().with("/status/sync/revision", "'" + revision + "'").live();

        assertThat(application.faults())
                .singleElement()
                .asString()
                .contains("'" + revision + "' is not a Git commit", "Helm repository's chart version");
        assertThat(application.target()).isEmpty();
    }

    @Test
    void allFaultsAreNamed() {
        assertThat(pending()
                        .with("/metadata/annotations", "{'argocd.argoproj.io/skip-reconcile': 'true'}")
                        .with("/status/conditions", "[{type: 'UnknownError', message: 'a'}]")
                        .with("/status/sync/revision", "''")
                        .live()
                        .faults())
                .hasSize(3);
    }

    @Test
    void anApplicationWithoutASourceIsBroken() {
        assertThat(pending().without("/spec/source").live().faults()).containsExactly("It has no source.");
    }

    @Test
    void aHydratorsSourceIsWhatItSyncsFrom() {
        AnApplication hydrated = pending()
                .without("/spec/source")
                .with("/spec/sourceHydrator", """
                        {drySource: {repoURL: 'https://github.com/lsst-sqre/phalanx.git', path: 'dry', targetRevision: 'main'},
                         syncSource: {targetBranch: 'env/prod', path: 'gafaelfawr'}}
                        """)
                .with("/status/sync/comparedTo/source", """
                        {repoURL: 'https://github.com/lsst-sqre/phalanx.git', path: 'gafaelfawr', targetRevision: 'env/prod'}
                        """);

        assertThat(AnApplication.read(hydrated.live().spec()).path("source"))
                .isEqualTo(hydrated.json().at("/status/sync/comparedTo/source"));
        assertThat(hydrated.live().state()).isEqualTo(new ApplicationState.PendingUpgrade(List.of(OLD), List.of(NEW)));
        hydrated.with("/spec/sourceHydrator/syncSource/repoURL", "'https://github.com/lsst-sqre/hydrated.git'");
        assertThat(AnApplication.read(hydrated.live().spec())
                        .at("/source/repoURL")
                        .asText())
                .isEqualTo("https://github.com/lsst-sqre/hydrated.git");
    }

    @Test
    void whatIsAgreedOfTheSpecMayDifferInOrderAndEmptyValuesOnly() {
        LiveApplication application = pending().live();
        String destination = application.json().at("/spec/destination").toString();

        assertThat(application.changedSince(application.spec())).isEmpty();
        assertThat(application.changedSince("""
                        {"source": {"chart": "", "kustomize": null, "targetRevision": "main",
                          "helm": {"valueFiles": ["values.yaml", "values-idfprod.yaml"], "skipCrds": false},
                          "path": "applications/gafaelfawr", "repoURL": "https://github.com/lsst-sqre/phalanx.git"},
                         "syncOptions": ["ServerSideApply=true"], "destination": %s}
                        """.formatted(destination))).isEmpty();
        assertThatThrownBy(() -> application.changedSince("{")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachPartOfTheSpecThatIsAnotherIsNamed() {
        String agreed = pending().live().spec();

        assertThat(pending().live().changedSince(agreed)).isEmpty();
        assertThat(pending().with("/spec/source/targetRevision", "'v2'").live().changedSince(agreed))
                .containsExactly(SpecPart.SOURCE);
        assertThat(pending()
                        .with("/spec/destination/namespace", "'elsewhere'")
                        .live()
                        .changedSince(agreed))
                .containsExactly(SpecPart.DESTINATION);
        assertThat(pending()
                        .with("/spec/syncPolicy", "{syncOptions: ['Replace=true']}")
                        .live()
                        .changedSince(agreed))
                .containsExactly(SpecPart.SYNC_OPTIONS);
        assertThat(pending().live().changedSince("{}")).contains(SpecPart.SOURCE, SpecPart.DESTINATION);
    }

    @Test
    void aListOfOneSourceIsNotThatSource() {
        LiveApplication application = pending().live();
        String source = application.json().at("/spec/source").toString();

        assertThat(application.changedSince(application.spec().replace(source, "[" + source + "]")))
                .containsExactly(SpecPart.SOURCE);
    }

    @Test
    void theFactsThatPeopleAreShownAreRead() {
        LiveApplication application = pending()
                .with("/status/resources", """
                        [{kind: 'ConfigMap', name: 'old', status: 'OutOfSync', requiresPruning: true},
                         {kind: 'Job', name: 'migrate', status: 'OutOfSync', hook: true},
                         {kind: 'Deployment', name: 'gafaelfawr', status: 'Synced'}]
                        """)
                .with("/status/summary/images", "['ghcr.io/lsst-sqre/gafaelfawr:13.0.0']")
                .live();

        assertThat(application.id()).hasToString("idfprod/gafaelfawr");
        assertThat(application.resourceVersion()).isEqualTo("7");
        assertThat(application.outOfSync())
                .containsExactly(
                        new LiveApplication.OutOfSync("ConfigMap", "old", true, false),
                        new LiveApplication.OutOfSync("Job", "migrate", false, true));
        assertThat(application.images()).containsExactly("ghcr.io/lsst-sqre/gafaelfawr:13.0.0");
        assertThat(application.deployedAt()).contains(Instant.parse("2026-11-12T23:05:41Z"));
        assertThat(application.comparedAt()).contains(Instant.parse("2026-11-20T18:00:00Z"));
        assertThat(application.lastHistoryId()).isEqualTo(3);
        assertThat(application.health()).isEqualTo("Healthy");
    }

    @Test
    void whatIsNotThereIsEmptyOrUnknown() {
        LiveApplication application = pending().without("/status").live();

        assertThat(application.deployed()).isEmpty();
        assertThat(application.deployedAt()).isEmpty();
        assertThat(application.target()).isEmpty();
        assertThat(application.lastHistoryId()).isEqualTo(-1);
        assertThat(application.comparedAt()).isEmpty();
        assertThat(application.health()).isEqualTo("Unknown");
        assertThat(application.outOfSync()).isEmpty();
        assertThat(application.images()).isEmpty();
        assertThat(application.operationBy()).isEmpty();
    }
}
