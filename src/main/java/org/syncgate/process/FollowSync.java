package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterUnreachable;
import org.syncgate.argocd.KubernetesRefused;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Progress;
import org.syncgate.argocd.Reading;
import org.syncgate.request.Attempt;
import org.syncgate.request.Attempt.Phase;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Failed;

/** Takes one look at a granted sync and keeps what it means. Woken by the watch, or when it is time. */
@Component
class FollowSync implements JavaDelegate {

    private final CurrentRequest current;
    private final ArgoCd argoCd;
    private final Verdicts verdicts;
    private final SyncResults results;
    private final Nudges nudges;
    private final SyncTimes times;
    private final RequestTimes patience;
    private final Clock clock;

    FollowSync(
            CurrentRequest current,
            ArgoCd argoCd,
            Verdicts verdicts,
            SyncResults results,
            Nudges nudges,
            SyncTimes times,
            RequestTimes patience,
            Clock clock) {
        this.current = current;
        this.argoCd = argoCd;
        this.verdicts = verdicts;
        this.results = results;
        this.nudges = nudges;
        this.times = times;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        nudges.catchUpAfterCommit(request.agreement().application());
        if (request.standing() instanceof Failed failed) {
            tell(execution, "failed", new Verdict.Failed(request.currentAttempt(), failed.words()));
        } else {
            Verdict verdict = look(request);
            tell(execution, results.keep(request, verdict), verdict);
        }
    }

    private void tell(DelegateExecution execution, String word, Verdict verdict) {
        execution.setVariable(Vars.VERDICT, word);
        if (verdict instanceof Verdict.Going going) {
            execution.setVariable(Vars.LOOK_AGAIN, Date.from(going.lookAgain()));
        } else if (verdict instanceof Verdict.Failed) {
            Instant now = clock.instant();
            execution.setVariable(Vars.REMIND_AT, Date.from(now.plus(patience.failureReminder())));
            execution.setVariable(Vars.FAILURE_EXPIRES_AT, Date.from(now.plus(patience.failureExpiry())));
        }
    }

    private Verdict look(DeploymentRequest request) {
        Attempt attempt = request.currentAttempt();
        Reading reading = argoCd.read(request.agreement().application());
        if (reading instanceof Reading.Unreachable unreachable) {
            return verdicts.unreachable(attempt, unreachable.reason());
        }
        if (!(reading instanceof Reading.Found found)) {
            return new Verdict.Failed(attempt, "The Application is gone.");
        }
        LiveApplication live = found.application();
        Progress progress = live.progress(Marks.of(request));
        Verdict verdict = verdicts.of(attempt, progress);
        try {
            return help(request, live, progress, verdict);
        } catch (KubernetesRefused e) {
            return new Verdict.Failed(attempt, e.words());
        } catch (ClusterUnreachable e) {
            return verdicts.unreachable(attempt, e.reason());
        }
    }

    /** Where looking is not enough: keeps what is late from arriving, takes back what nobody picks up, and so on. */
    private Verdict help(DeploymentRequest request, LiveApplication live, Progress progress, Verdict verdict) {
        Instant now = clock.instant();
        if (verdict instanceof Verdict.NotPickedUp late) {
            return argoCd.withdraw(live, Marks.of(request))
                    ? new Verdict.Failed(request.currentAttempt(), late.why())
                    : new Verdict.Going(request.currentAttempt(), "Argo CD has begun at the last moment.", now);
        }
        if (verdict instanceof Verdict.Again
                && progress instanceof Progress.NeverAsked
                && live.resourceVersion().equals(request.currentAttempt().resourceVersion())) {
            // our patch may still be on its way: once the version has moved on, it is refused
            argoCd.refresh(live.id());
            return new Verdict.Going(request.currentAttempt(), "Whether Argo CD was asked is not known yet.", now);
        }
        if (progress instanceof Progress.AwaitingComparison
                && verdict instanceof Verdict.Going going
                && going.attempt().phase() == Phase.SETTLING
                && !now.isBefore(going.attempt().phaseSince().plus(times.lookAgain()))) {
            argoCd.refresh(live.id());
        }
        return verdict;
    }
}
