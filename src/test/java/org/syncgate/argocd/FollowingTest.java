package org.syncgate.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.syncgate.argocd.AnApplication.NEW;
import static org.syncgate.argocd.AnApplication.OTHER;
import static org.syncgate.argocd.AnApplication.pending;
import static org.syncgate.argocd.AnApplication.pendingOfTwoSources;
import static org.syncgate.argocd.AnApplication.seen;
import static org.syncgate.argocd.AnApplication.synced;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowingTest {

    private static final String STARTED = "2026-11-20T18:10:00Z";
    private static final Instant STARTED_AT = Instant.parse(STARTED);
    private static final String OURS = """
            {initiatedBy: {username: 'syncgate:r-23456789'},
             info: [{name: 'syncgate/request', value: 'r-23456789'}, {name: 'syncgate/attempt', value: '1'}],
             sync: {revision: '%s'}}
            """.formatted(NEW);
    private static final String OURS_OF_TWO_SOURCES =
            OURS.replace("revision: '" + NEW + "'", "revisions: ['" + NEW + "', '" + OTHER + "']");
    private static final String FOREIGN = "{initiatedBy: {username: 'jsick'}, sync: {}}";
    private static final SyncMark MARK = pending().mark();
    private static final SyncMark SEEN = seen(MARK, STARTED);

    private static String state(String operation, String rest) {
        return "{operation: " + operation + ", startedAt: '" + STARTED + "', " + rest + "}";
    }

    /** Ours runs, with operationState as told. */
    private static AnApplication running(String rest) {
        return pending().with("/operation", OURS).with("/status/operationState", state(OURS, rest));
    }

    /** Ours succeeded at 18:11, and Argo CD compared at 18:12. */
    private static AnApplication succeeded(AnApplication application) {
        return succeeded(application, OURS);
    }

    private static AnApplication succeeded(AnApplication application, String operation) {
        return application
                .with(
                        "/status/operationState",
                        state(operation, "phase: 'Succeeded', finishedAt: '2026-11-20T18:11:00Z', message: 'done'"))
                .with("/status/reconciledAt", "'2026-11-20T18:12:00Z'");
    }

    @Test
    void anOperationThatArgoCdHasNotTakenUpIsNotPickedUp() {
        assertThat(pending().with("/operation", OURS).live().progress(MARK)).isEqualTo(new Progress.NotPickedUp());
    }

    @Test
    void anOlderOperationsStateIsNotTakenForOurs() {
        assertThat(pending()
                        .with("/operation", OURS)
                        .with("/status/operationState", state(FOREIGN, "phase: 'Succeeded'"))
                        .live()
                        .progress(MARK))
                .isEqualTo(new Progress.NotPickedUp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Running", "Terminating"})
    void whatArgoCdIsAtIsRunning(String phase) {
        String blocked = "Sync operation blocked by sync window";
        LiveApplication application =
                running("phase: '" + phase + "', message: '" + blocked + "'").live();

        assertThat(application.progress(MARK)).isEqualTo(new Progress.Running(STARTED_AT, blocked));
        assertThat(application.progress(SEEN)).isEqualTo(new Progress.Running(STARTED_AT, blocked));
    }

    @Test
    void whatWaitsForARetryIsRunning() {
        assertThat(running("phase: 'Running', finishedAt: '2026-11-20T18:11:00Z', message: 'Retrying'")
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.Running(STARTED_AT, "Retrying"));
    }

    @Test
    void aForeignOperationThatIsWrittenOverOursWhileItRunsDoesNotStopIt() {
        assertThat(running("phase: 'Running'")
                        .with("/operation", FOREIGN)
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.Running(STARTED_AT, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Running", "Terminating"})
    void runningWithoutAnOperationIsLost(String phase) {
        assertThat(running("phase: '" + phase + "'")
                        .with("/operation", "null")
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.Lost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Error"})
    void aFailureSaysWhatArgoCdSaid(String phase) {
        assertThat(pending()
                        .with("/status/operationState", state(OURS, "phase: '" + phase + "', message: 'hook failed'"))
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.Failed(STARTED_AT, "hook failed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    username: 'syncgate:r-23456789' | username: 'jsick'
                    username: 'syncgate:r-23456789' | automated: true
                    sync: {                         | sync: {dryRun: true,
                    sync: {                         | sync: {prune: true,
                    sync: {                         | sync: {resources: [{kind: 'Deployment', name: 'tap'}],
                    sync: {                         | sync: {manifests: ['{}'],
                    sync: {revision:                | sync: {revision: 'main', was:
                    """)
    void whatSomebodySyncsUnderOurInfoIsNotOurs(String ours, String theirs) {
        String forged = OURS.replace(ours.strip(), theirs.strip());
        assertThat(forged).isNotEqualTo(OURS);

        assertThat(pending().with("/operation", forged).live().progress(MARK)).isInstanceOf(Progress.Overwritten.class);
        assertThat(pending()
                        .with("/status/operationState", state(forged, "phase: 'Failed', message: 'hook failed'"))
                        .live()
                        .progress(MARK))
                .isEqualTo(new Progress.NeverAsked());
        assertThat(succeeded(synced(), forged).live().progress(SEEN)).isInstanceOf(Progress.Overwritten.class);
    }

    @Test
    void anotherAttemptOfTheSameRequestIsNotThisOne() {
        String second = OURS.replace("value: '1'", "value: '2'");

        assertThat(pending().with("/operation", second).live().progress(MARK))
                .isEqualTo(new Progress.Overwritten("syncgate request r-23456789"));
    }

    @Test
    void anOperationThatStartedAtAnotherTimeIsNotTheOneFirstSeen() {
        assertThat(running("phase: 'Running'")
                        .with("/operation", "null")
                        .live()
                        .progress(seen(MARK, "2026-11-20T18:09:00Z")))
                .isEqualTo(new Progress.Overwritten("syncgate request r-23456789"));
    }

    @Test
    void successCountsOnlyOnceArgoCdHasComparedSince() {
        AnApplication application = succeeded(synced()).with("/status/reconciledAt", "'2026-11-20T18:10:59Z'");

        assertThat(application.live().progress(SEEN)).isEqualTo(new Progress.AwaitingComparison(STARTED_AT));
        application.with("/status/reconciledAt", "'2026-11-20T18:11:00Z'");
        assertThat(application.live().progress(SEEN))
                .isEqualTo(new Progress.Succeeded(STARTED_AT, true, false, "Healthy, Synced"));
        application.without("/status/reconciledAt");
        assertThat(application.live().progress(SEEN)).isEqualTo(new Progress.AwaitingComparison(STARTED_AT));
    }

    @Test
    void aComparisonWithAnotherSpecTellsNothingOfOurs() {
        assertThat(succeeded(synced())
                        .with("/spec/source/targetRevision", "'v2'")
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.AwaitingComparison(STARTED_AT));
    }

    @ParameterizedTest
    @CsvSource({
        "Healthy, true, false",
        "Degraded, false, true",
        "Progressing, false, false",
        "Missing, false, false",
        "Suspended, false, false",
        "Unknown, false, false"
    })
    void onlyHealthyIsSettled(String health, boolean settled, boolean degraded) {
        assertThat(succeeded(synced())
                        .with("/status/health/status", "'" + health + "'")
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.Succeeded(STARTED_AT, settled, degraded, health + ", Synced"));
    }

    @Test
    void aTargetThatHasMovedOnSettlesOursAndIsNamed() {
        assertThat(succeeded(pending())
                        .with("/status/sync/revision", "'" + OTHER + "'")
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.Succeeded(STARTED_AT, true, false, "Healthy, newer revision 3c95462 pending"));
    }

    @Test
    void ofSeveralSourcesOneThatMovedOnIsEnough() {
        AnApplication application = pendingOfTwoSources();
        SyncMark mark = application.mark();

        assertThat(succeeded(application, OURS_OF_TWO_SOURCES)
                        .with("/status/sync/revisions", "['" + NEW + "', '" + NEW + "']")
                        .live()
                        .progress(mark))
                .isInstanceOfSatisfying(
                        Progress.Succeeded.class,
                        progress -> assertThat(progress.settled()).isTrue());
    }

    @Test
    void whatPruningWouldRemoveIsNamedAndNotSettled() {
        assertThat(succeeded(pending())
                        .with(
                                "/status/resources",
                                "[{kind: 'ConfigMap', name: 'old', status: 'OutOfSync', requiresPruning: true}]")
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.Succeeded(
                        STARTED_AT,
                        false,
                        false,
                        "Healthy, ConfigMap old is left out of sync, since it would have to be pruned"));
    }

    @Test
    void aSyncStatusThatArgoCdDoesNotKnowIsNotSettled() {
        assertThat(succeeded(pending())
                        .with("/status/sync/status", "'Unknown'")
                        .with("/status/sync/revision", "'" + OTHER + "'")
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.Succeeded(STARTED_AT, false, false, "Healthy, not in sync"));
    }

    private static AnApplication withHistory(String initiator, String revision) {
        return synced().with(
                        "/status/history",
                        "[{id: 3, revision: '" + NEW + "'}, {id: 4, revision: '" + revision
                                + "', initiatedBy: {username: '" + initiator + "'}, deployStartedAt: '" + STARTED
                                + "', deployedAt: '2026-11-20T18:11:00Z'}]")
                .with("/status/reconciledAt", "'2026-11-20T18:12:00Z'");
    }

    @Test
    void whatWasOverwrittenAfterItSucceededIsFoundInTheHistory() {
        assertThat(withHistory("syncgate:r-23456789", NEW)
                        .with("/operation", FOREIGN)
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.Succeeded(STARTED_AT, true, false, "Healthy, Synced"));
    }

    @Test
    void aHistoryOfAnotherRevisionIsNotOurs() {
        assertThat(withHistory("syncgate:r-23456789", OTHER).live().progress(MARK))
                .isEqualTo(new Progress.Overwritten("somebody"));
    }

    @Test
    void aHistoryFromBeforeTheGrantIsNotOurs() {
        SyncMark later = new SyncMark(MARK.request(), 1, List.of(NEW), 4, MARK.startedAt());

        assertThat(withHistory("syncgate:r-23456789", NEW).live().progress(later))
                .isEqualTo(new Progress.NeverAsked());
    }

    @Test
    void aForeignOperationInPlaceOfOursHasOverwrittenIt() {
        assertThat(pending().with("/operation", FOREIGN).live().progress(MARK))
                .isEqualTo(new Progress.Overwritten("jsick"));
    }

    @Test
    void aForeignOperationThatIsOverAfterOursHadBegunHasOverwrittenIt() {
        assertThat(pending()
                        .with("/status/operationState", state(FOREIGN, "phase: 'Succeeded'"))
                        .live()
                        .progress(SEEN))
                .isEqualTo(new Progress.Overwritten("jsick"));
    }

    @Test
    void aForeignSyncInTheHistoryAfterTheGrantHasOverwrittenOurs() {
        assertThat(withHistory("jsick", NEW)
                        .with("/status/operationState", state(FOREIGN, "phase: 'Succeeded'"))
                        .live()
                        .progress(MARK))
                .isEqualTo(new Progress.Overwritten("jsick"));
    }

    @Test
    void whatHadBegunAndIsNowhereIsLost() {
        assertThat(pending().live().progress(SEEN)).isEqualTo(new Progress.Lost());
    }

    @Test
    void aPatchThatNeverArrivedWasNeverAsked() {
        assertThat(pending().live().progress(MARK)).isEqualTo(new Progress.NeverAsked());
        assertThat(pending()
                        .with("/status/operationState", state(FOREIGN, "phase: 'Succeeded'"))
                        .live()
                        .progress(MARK))
                .isEqualTo(new Progress.NeverAsked());
    }
}
