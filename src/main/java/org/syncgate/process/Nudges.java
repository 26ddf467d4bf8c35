package org.syncgate.process;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.syncgate.argocd.ApplicationMoved;
import org.syncgate.argocd.ApplicationState;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.ClusterStatus.Reachable;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.ReachabilityChanged;
import org.syncgate.gate.Gate;
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

    private static final int MOST_TRIES = 3;

    private final Requests requests;
    private final ArgoCd argoCd;
    private final RuntimeService runtime;
    private final Verdicts verdicts;
    private final VoidAgreement voidAgreement;
    private final TaskFacts tasks;
    private final Gate gate;
    private final Executor executor;

    Nudges(
            Requests requests,
            ArgoCd argoCd,
            RuntimeService runtime,
            Verdicts verdicts,
            VoidAgreement voidAgreement,
            TaskFacts tasks,
            Gate gate,
            @Qualifier("nudgeExecutor") Executor executor) {
        this.requests = requests;
        this.argoCd = argoCd;
        this.runtime = runtime;
        this.verdicts = verdicts;
        this.voidAgreement = voidAgreement;
        this.tasks = tasks;
        this.gate = gate;
        this.executor = executor;
    }

    @EventListener
    void on(ApplicationMoved event) {
        boolean becameAnother = !kind(event.before()).equals(kind(event.after()));
        boolean pendsAnother = !pending(event.before()).equals(pending(event.after()));
        later(() -> {
            requests.openFor(event.id()).ifPresent(request -> nudge(request, becameAnother));
            if (pendsAnother) {
                // read anew: its agreement may have become void by now
                requests.openFor(event.id()).ifPresent(tasks::refresh);
            }
        });
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

    /** Once what is done now is kept: those of these requests that wait at the gate need not wait for their timer. */
    void judgeAgainAfterCommit(Predicate<DeploymentRequest> which) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                later(() -> requests.open().stream().filter(which).forEach(request -> nudge(request, true)));
            }
        });
    }

    /** The watch keeps the same look for as long as it sees no other, so a look taken anew is news. */
    private record Known(Optional<LiveApplication> live, Optional<ClusterStatus> cluster) {}

    private Known known(ApplicationId application) {
        return new Known(argoCd.seen(application), argoCd.cluster(application.cluster()));
    }

    private void nudge(DeploymentRequest request, boolean becameAnother) {
        if (request.isAmendable() && isOverturned(request) && voids(request)) {
            return;
        }
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

    private boolean isOverturned(DeploymentRequest request) {
        return argoCd.seen(request.agreement().application())
                .flatMap(live -> gate.overturned(request, live))
                .isPresent();
    }

    /** Its token may move at the same moment, and then it is tried again; at the latest the gate finds out. */
    private boolean voids(DeploymentRequest request) {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            try {
                return voidAgreement.ifOverturned(request.id());
            } catch (ProcessEngineException e) {
                LOG.info("{} could not be told that its agreement is void: {}", request.id(), e.getMessage());
            }
        }
        return false;
    }

    /** To all, which are none where nobody waits yet or any more. */
    private void send(String message, DeploymentRequest request) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(request.id().text())
                    .correlateAll();
        } catch (RuntimeException e) {
            // mostly something else woke it first, which the engine may find out as a missing row; the others are told
            LOG.info("{} did not reach {}, which has a timer: {}", message, request.id(), e.getMessage());
        }
    }

    private void later(Runnable hint) {
        executor.execute(() -> {
            try {
                hint.run();
            } catch (RuntimeException e) {
                // the database is away, or somebody was quicker: whoever waits has a timer
                LOG.info("A hint was lost: {}", e.getMessage());
            }
        });
    }

    private static Optional<List<String>> pending(Optional<LiveApplication> live) {
        return live.flatMap(Deployability::pending);
    }

    private static Optional<Class<? extends ApplicationState>> kind(Optional<LiveApplication> live) {
        return live.map(LiveApplication::state).map(ApplicationState::getClass);
    }
}
