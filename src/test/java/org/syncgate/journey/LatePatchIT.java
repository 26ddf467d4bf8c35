package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.ClusterUnreachable;
import org.syncgate.argocd.Reading;
import org.syncgate.argocd.SyncOrder;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

/** S6: what becomes of a patch that comes too late, or whose answer is lost. */
class LatePatchIT extends MeddledJourney {

    @Test
    void anApplicationThatMovedBetweenGrantAndPatchIsJudgedAgain() {
        ApplicationId application = pending();
        meddler.onSync(application, (argoCd, order) -> {
            touch(application);
            return argoCd.sync(order);
        });

        DeploymentRequest request = ask("dev", application);

        assertSyncedOnce(request, application, 2);
        assertThat(recorded(request))
                .containsSubsequence(Kind.SYNC_GRANTED, Kind.GRANT_LAPSED, Kind.SYNC_GRANTED, Kind.SYNC_ASKED);
    }

    @Test
    void aPatchWhoseAnswerWasLostIsFollowed() {
        ApplicationId application = pending();
        meddler.onSync(application, (argoCd, order) -> {
            argoCd.sync(order);
            throw new ClusterUnreachable("idfdev", new IllegalStateException("no answer"));
        });

        assertSyncedOnce(ask("dev", application), application, 1);
    }

    @Test
    void aPatchThatArrivesLateIsNotFollowedByASecond() {
        ApplicationId application = pending();
        CompletableFuture<SyncOrder> late = new CompletableFuture<>();
        meddler.onSync(application, (argoCd, order) -> {
            late.complete(order);
            throw new ClusterUnreachable("idfdev", new IllegalStateException("no answer yet"));
        });
        meddler.onSync(application, (argoCd, order) -> {
            argoCd.sync(late.join());
            return argoCd.sync(order);
        });

        DeploymentRequest request = ask("dev", application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(application)).isEqualTo(1);
    }

    @Test
    void aPatchThatArrivesWhileNobodyExpectsItIsFollowed() {
        ApplicationId application = pending();
        CompletableFuture<SyncOrder> late = new CompletableFuture<>();
        for (int read = 0; read < 3; read++) {
            meddler.plainRead(application);
        }
        meddler.onSync(application, (argoCd, order) -> {
            late.complete(order);
            throw new ClusterUnreachable("idfdev", new IllegalStateException("no answer yet"));
        });
        meddler.onRead(application, argoCd -> {
            Reading before = argoCd.read(application);
            argoCd.sync(late.join());
            return before;
        });

        assertSyncedOnce(ask("dev", application), application, 1);
    }
}
