package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.Attempt;
import org.syncgate.request.Attempt.Phase;
import org.syncgate.request.DeploymentRequest;

class LockIT extends SyncJourney {

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoWaitedForTheLockReadsTheAttemptThatWasKeptMeanwhile() {
        ApplicationId application = pending();
        behave(application, Behaviour.fails("no such image"));
        DeploymentRequest request = awaitFailed(ask("dev", application));
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        CompletableFuture<Phase> second = transaction.execute(first -> {
            DeploymentRequest locked = requests.lock(request.id()).orElseThrow();
            CompletableFuture<Phase> waiting = CompletableFuture.supplyAsync(() -> transaction.execute(status ->
                    requests.lock(request.id()).orElseThrow().currentAttempt().phase()));
            await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
            requests.save(in(locked, Phase.RUNNING));
            return waiting;
        });

        assertThat(second)
                .succeedsWithin(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .isEqualTo(Phase.RUNNING);
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and datname = current_database()
                        """).query(Integer.class).single() > 0;
    }

    private static DeploymentRequest in(DeploymentRequest request, Phase phase) {
        Attempt attempt = request.currentAttempt().in(phase, Instant.EPOCH);
        return new DeploymentRequest(
                request.id(),
                request.wish(),
                request.agreement(),
                request.agreementNumber(),
                request.agreedAt(),
                request.practice(),
                request.processInstance(),
                request.openedAt(),
                request.expiresAt(),
                request.standing(),
                Optional.of(attempt));
    }
}
