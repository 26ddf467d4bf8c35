package org.syncgate.process;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.syncgate.argocd.ApplicationMoved;
import org.syncgate.argocd.ApplicationState;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.ClusterStatus.Reachable;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.ReachabilityChanged;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Syncing;
import org.syncgate.request.Standing.Waiting;

/**
 * Turns what the watches see into messages to the processes that wait for it. A message is a hint and may be lost; who
 * waits has a timer as well.
 */
@Component
class Nudges {

    private static final Logger LOG = LoggerFactory.getLogger(Nudges.class);

    private final Requests requests;
    private final ArgoCd argoCd;
    private final RuntimeService runtime;
    private final Verdicts verdicts;
    private final Executor executor;

    Nudges(
            Requests requests,
            ArgoCd argoCd,
            RuntimeService runtime,
            Verdicts verdicts,
            @Qualifier("nudgeExecutor") Executor executor) {
        this.requests = requests;
        this.argoCd = argoCd;
        this.runtime = runtime;
        this.verdicts = verdicts;
        this.executor = executor;
    }

    @EventListener
    void on(ApplicationMoved event) {
        boolean becameAnother = !kind(event.before()).equals(kind(event.after()));
        later(() -> requests.openFor(event.id()).ifPresent(request -> nudge(request, becameAnother)));
    }

    @EventListener
    void on(ReachabilityChanged event) {
        if (event.status().reachability() instanceof Reachable) {
            String cluster = event.status().cluster().name();
            later(() -> requests.open().stream()
                    .filter(request ->
                            request.agreement().application().cluster().equals(cluster))
                    .forEach(request -> nudge(request, true)));
        }
    }

    /**
     * To be called before a look at an application: for what the watch sees between that and the commit of what it
     * meant, when nobody can be told yet. What the watch knew before is no news, even where it lags behind the look.
     */
    void catchUpAfterCommit(ApplicationId application) {
        Known before = known(application);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (!known(application).equals(before)) {
                    later(() -> requests.openFor(application).ifPresent(request -> nudge(request, true)));
                }
            }
        });
    }

    /** The watch keeps the same look for as long as it sees no other, so a look taken anew is news. */
    private record Known(Optional<LiveApplication> live, Optional<ClusterStatus> cluster) {}

    private Known known(ApplicationId application) {
        return new Known(argoCd.seen(application), argoCd.cluster(application.cluster()));
    }

    private void nudge(DeploymentRequest request, boolean becameAnother) {
        if (request.standing() instanceof Waiting && becameAnother) {
            send("applicationMoved", request);
        } else if (request.standing() instanceof Syncing && hasMovedOn(request)) {
            send("syncMoved", request);
        }
    }

    private boolean hasMovedOn(DeploymentRequest request) {
        return argoCd.seen(request.agreement().application())
                .map(live -> verdicts.of(request.currentAttempt(), live.progress(Marks.of(request))))
                .map(verdict -> !(verdict instanceof Verdict.Going going)
                        || going.attempt().phase() != request.currentAttempt().phase()
                        || going.attempt().holding() != request.currentAttempt().holding())
                .orElse(true);
    }

    /** To all, which are none where nobody waits yet or any more. */
    private void send(String message, DeploymentRequest request) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(request.id().text())
                    .correlateAll();
        } catch (ProcessEngineException | TransactionException e) {
            // mostly something else woke it first; the others are told all the same
            LOG.info("{} did not reach {}, which has a timer: {}", message, request.id(), e.getMessage());
        }
    }

    private void later(Runnable hint) {
        executor.execute(() -> {
            try {
                hint.run();
            } catch (DataAccessException | TransactionException e) {
                // the database is away: whoever waits has a timer
                LOG.info("A hint was lost: {}", e.getMessage());
            }
        });
    }

    private static Optional<Class<? extends ApplicationState>> kind(Optional<LiveApplication> live) {
        return live.map(LiveApplication::state).map(ApplicationState::getClass);
    }
}
