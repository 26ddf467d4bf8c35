package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/** S6: a crash at any line between grant and commit loses nothing and syncs nothing twice. */
class CrashIT extends MeddledJourney {

    @Test
    void aCrashAfterTheGateJudgedGrantsOnce() {
        ApplicationId application = pending();
        meddler.plainRead(application);
        meddler.onRead(application, argoCd -> {
            argoCd.read(application);
            throw new Crash();
        });

        assertSyncedOnce(ask("dev", application), application, 1);
    }

    @Test
    void aCrashBeforeThePatchSendsItLater() {
        ApplicationId application = pending();
        meddler.onSync(application, (argoCd, order) -> {
            throw new Crash();
        });

        assertSyncedOnce(ask("dev", application), application, 1);
    }

    @Test
    void aCrashAfterThePatchSendsNoSecond() {
        ApplicationId application = pending();
        meddler.onSync(application, (argoCd, order) -> {
            argoCd.sync(order);
            throw new Crash();
        });

        assertSyncedOnce(ask("dev", application), application, 1);
    }

    @Test
    void aCrashAfterWhichTheSyncIsOverSendsNoSecond() {
        ApplicationId application = pending();
        meddler.onSync(application, (argoCd, order) -> {
            argoCd.sync(order);
            await().atMost(PATIENCE)
                    .until(() -> live(application)
                                    .at("/status/health/status")
                                    .asText()
                                    .equals("Healthy")
                            && live(application)
                                    .at("/status/sync/status")
                                    .asText()
                                    .equals("Synced"));
            throw new Crash();
        });

        assertSyncedOnce(ask("dev", application), application, 1);
    }

    @Test
    void aCrashAfterWhichTheSyncHasFailedSendsNoSecond() {
        ApplicationId application = pending();
        behave(application, Behaviour.fails("no"));
        meddler.onSync(application, (argoCd, order) -> {
            argoCd.sync(order);
            await().atMost(PATIENCE)
                    .until(() -> live(application)
                            .at("/status/operationState/phase")
                            .asText()
                            .equals("Failed"));
            throw new Crash();
        });

        DeploymentRequest request = ask("dev", application);

        assertThat(awaitFailed(request).standing().words()).isEqualTo("Argo CD says: no");
        assertThat(syncs(application)).isEqualTo(1);
        decide(request, "give-up");
    }

    @Test
    void aCrashWhileLookingIsLookedAtAgain() {
        ApplicationId application = pending();
        for (int read = 0; read < 3; read++) {
            meddler.plainRead(application);
        }
        meddler.onRead(application, argoCd -> {
            throw new Crash();
        });

        assertSyncedOnce(ask("dev", application), application, 1);
    }

    @Test
    void anApplicationThatMovedDuringACrashIsJudgedAgain() {
        ApplicationId application = pending();
        meddler.onSync(application, (argoCd, order) -> {
            touch(application);
            throw new Crash();
        });

        assertSyncedOnce(ask("dev", application), application, 2);
    }

    @Test
    void aWindowThatShutDuringACrashIsNotPassedByAnOldGrant() {
        ApplicationId application = pendingBehindShutWindow();
        openWindow(application);
        meddler.onSync(application, (argoCd, order) -> {
            shutWindow(application);
            throw new Crash();
        });

        DeploymentRequest request = ask("dev", application);

        awaitWaiting(request, "sync windows");
        assertThat(syncs(application)).isZero();
        openWindow(application);
        touchState(application);
        assertSyncedOnce(request, application, 2);
    }

    @Test
    void aJobThatRunsTwiceAtOnceAsksOnce() {
        ApplicationId application = pending();
        CompletableFuture<CompletableFuture<Void>> second = new CompletableFuture<>();
        meddler.onSync(application, (argoCd, order) -> {
            String part = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(order.mark().request().text())
                    .processDefinitionKey("part-sync")
                    .singleResult()
                    .getId();
            String job = management
                    .createJobQuery()
                    .processInstanceId(part)
                    .singleResult()
                    .getId();
            second.complete(CompletableFuture.runAsync(() -> management.executeJob(job)));
            return argoCd.sync(order);
        });

        DeploymentRequest request = ask("dev", application);

        assertSyncedOnce(request, application, 1);
        assertThat(second.join()).failsWithin(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(recorded(request)).containsOnlyOnce(Kind.SYNC_ASKED);
    }

    /** Two events that say: it became another. */
    private static void touchState(ApplicationId application) {
        edit(application, json -> json.withObject("/status/sync").put("status", "Unknown"));
        edit(application, json -> json.withObject("/status/sync").put("status", "OutOfSync"));
    }
}
