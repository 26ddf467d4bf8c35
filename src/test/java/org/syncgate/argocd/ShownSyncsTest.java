package org.syncgate.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.syncgate.argocd.AnApplication.NEW;
import static org.syncgate.argocd.AnApplication.OLD;
import static org.syncgate.argocd.AnApplication.pending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.argocd.ShownSync.Claim;
import org.syncgate.argocd.ShownSync.Extent;

/** The syncs that an Application shows, whoever asked for them. */
class ShownSyncsTest {

    private static final String AT = "2026-11-20T18:00:00Z";
    private static final Instant STARTED = Instant.parse(AT);
    private static final String BY_JSICK = "{initiatedBy: {username: 'jsick'}, sync: {revision: '" + NEW + "'}}";
    private static final String OURS = """
            {initiatedBy: {username: 'syncgate:r-23456789'},
             info: [{name: 'syncgate/request', value: 'r-23456789'}, {name: 'syncgate/attempt', value: '2'}],
             sync: {revision: '%s'}}
            """.formatted(NEW);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {initiatedBy: {automated: true}, sync: {}}                             | auto-sync                        | true
                    {initiatedBy: {automated: true}, sync: {autoHealAttemptsCount: 2}}     | self-heal                        | true
                    {initiatedBy: {username: 'applicationset-controller'}, sync: {}}       | an ApplicationSet's rolling sync | true
                    {initiatedBy: {username: 'jsick'}, sync: {}}                           | jsick                            | false
                    {initiatedBy: {username: 'jsick', automated: true}, sync: {}}          | jsick                            | false
                    {initiatedBy: {username: 'syncgate:r-23456789'}, sync: {}}             | somebody                         | false
                    {sync: {}}                                                             | somebody                         | false
                    """)
    void itIsSaidWhoAskedForItAndWhetherThatIsArgoCdItself(String operation, String by, boolean automated) {
        ShownSync sync = asked(operation).orElseThrow();

        assertThat(sync.by()).isEqualTo(by);
        assertThat(sync.automated()).isEqualTo(automated);
    }

    @Test
    void whatSelfHealDidIsTheSameSyncInTheHistoryWhichCallsItAutoSync() {
        LiveApplication live = pending()
                .with(
                        "/status/operationState",
                        "{startedAt: '" + AT + "', phase: 'Succeeded',"
                                + " operation: {initiatedBy: {automated: true}, sync: {autoHealAttemptsCount: 1}}}")
                .with(
                        "/status/history",
                        "[{id: 4, deployStartedAt: '" + AT + "', initiatedBy: {automated: true}, revision: '" + NEW
                                + "'}]")
                .live();

        ShownSync begun = live.begunSync().orElseThrow();
        ShownSync done = live.doneSyncs().get(0);
        assertThat(begun.hand()).isEqualTo(done.hand());
        assertThat(begun.startedAt()).isEqualTo(done.startedAt()).contains(STARTED);
        assertThat(begun.by()).isEqualTo("self-heal");
        assertThat(done.historyId()).contains(4L);
        assertThat(done.revisions()).containsExactly(NEW);
    }

    @Test
    void whatRunsIsNoSecondSyncThatIsAskedFor() {
        AnApplication running =
                pending().with("/operation", BY_JSICK).with("/status/operationState", state("Running", BY_JSICK));

        assertThat(running.live().askedSync()).isEmpty();
        assertThat(running.live().begunSync().orElseThrow().startedAt()).contains(STARTED);
    }

    @Test
    void whatIsAskedForAfterTheLastOneEndedOrOverTheOneThatRunsIsAskedFor() {
        AnApplication application = pending().with("/operation", BY_JSICK);

        assertThat(application.live().askedSync()).isPresent();
        assertThat(application
                        .with("/status/operationState", state("Succeeded", BY_JSICK))
                        .live()
                        .askedSync())
                .isPresent();
        assertThat(application
                        .with("/status/operationState", state("Running", OURS))
                        .live()
                        .askedSync()
                        .orElseThrow()
                        .by())
                .isEqualTo("jsick");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {}                                                | WHOLE
                    {resources: []}                                   | WHOLE
                    {resources: [{kind: 'ConfigMap', name: 'a'}]}     | PART
                    {manifests: ['kind: ConfigMap']}                  | OWN_MANIFESTS
                    {dryRun: true, resources: [{kind: 'ConfigMap'}]}  | DRY_RUN
                    """)
    void itIsSaidHowMuchIsSynced(String sync, Extent extent) {
        assertThat(asked("{sync: " + sync + "}").orElseThrow().extent()).isEqualTo(extent);
    }

    @Test
    void aDryRunIsNotByTheHandThatSyncsInEarnest() {
        assertThat(asked("{sync: {dryRun: true}}").orElseThrow().hand())
                .isNotEqualTo(asked("{sync: {}}").orElseThrow().hand());
    }

    @Test
    void aRevisionThatWasAskedForByABranchIsWhatTheResultSays() {
        LiveApplication live = pending()
                .with(
                        "/status/operationState",
                        "{startedAt: '" + AT + "', operation: {sync: {revision: 'main'}}, syncResult: {revision: '"
                                + OLD + "'}}")
                .live();

        assertThat(live.begunSync().orElseThrow().revisions()).containsExactly(OLD);
        assertThat(asked("{sync: {revision: 'main'}}").orElseThrow().revisions())
                .containsExactly("main");
        assertThat(asked("{sync: {revisions: ['" + OLD + "', '" + NEW + "']}}")
                        .orElseThrow()
                        .revisions())
                .containsExactly(OLD, NEW);
    }

    @Test
    void whatSyncgateAsksForSaysWhichRequestAndAttemptItIs() {
        assertThat(asked(OURS).orElseThrow().claim()).contains(new Claim("r-23456789", Optional.of(2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {initiatedBy: {username: 'syncgate:r-23456789'}}                                      | r-23456789
                    {info: [{name: 'syncgate/request', value: 'r-23456789'}, {name: 'syncgate/attempt', value: '1'}]} | r-23456789
                    {initiatedBy: {username: 'syncgate:r-2222'}, info: [{name: 'syncgate/request', value: 'r-23456789'}, {name: 'syncgate/attempt', value: '1'}]} | r-2222
                    {initiatedBy: {username: 'syncgate:r-23456789'}, info: [{name: 'syncgate/request', value: 'r-23456789'}, {name: 'syncgate/attempt', value: '1 or 2'}]} | r-23456789
                    """)
    void whatSaysItWithHalfOfItsMarkNamesNoAttempt(String operation, String request) {
        assertThat(asked(operation).orElseThrow().claim()).contains(new Claim(request, Optional.empty()));
    }

    @Test
    void whatOthersWroteIsOnePlainLineOfBoundedLength() {
        ShownSync sync = asked(
                        "{initiatedBy: {username: '<b>j\\u0000si\\nck\\u202e</b>\\u200b " + "x".repeat(500) + "'}}")
                .orElseThrow();

        assertThat(sync.by()).startsWith("<b>j si ck</b> xxx").endsWith("x…").hasSize(120);
        assertThat(asked("{initiatedBy: {username: '\\u202e'}}").orElseThrow().by())
                .isEqualTo("somebody");
    }

    @Test
    void itIsOfWhatWasAgreedInRevisionAndSourceAlone() {
        LiveApplication live = pending().live();
        String source = live.json().at("/spec/source").toString();
        String other = source.replace("phalanx", "elsewhere");

        assertThat(isOfWhatWasAgreed(live, "{revision: '" + NEW + "', source: " + source + "}"))
                .isTrue();
        assertThat(isOfWhatWasAgreed(live, "{revision: '" + OLD + "', source: " + source + "}"))
                .isFalse();
        assertThat(isOfWhatWasAgreed(live, "{revision: '" + NEW + "', source: " + other + "}"))
                .isFalse();
        assertThat(isOfWhatWasAgreed(live, "{revision: '" + NEW + "'}")).isFalse();
        assertThat(isOfWhatWasAgreed(
                        live, "{revision: '" + NEW + "', source: " + source + ", resources: [{kind: 'Job'}]}"))
                .isFalse();
    }

    private static boolean isOfWhatWasAgreed(LiveApplication live, String sync) {
        return asked("{sync: " + sync + "}").orElseThrow().isOf(List.of(NEW), live.spec());
    }

    private static Optional<ShownSync> asked(String operation) {
        return pending().with("/operation", operation).live().askedSync();
    }

    private static String state(String phase, String operation) {
        return "{phase: '" + phase + "', startedAt: '" + AT + "', operation: " + operation + "}";
    }
}
