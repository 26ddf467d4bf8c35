package org.syncgate.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.Progress;
import org.syncgate.argocd.Reading;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/** Takes a person's decision about a failed sync, and keeps it with their name and reason. */
@Component
class DecideOnFailedSync implements TaskListener {

    private final CurrentRequest current;
    private final Requests requests;
    private final ArgoCd argoCd;
    private final Windows windows;
    private final SignedIn signedIn;
    private final Clock clock;

    DecideOnFailedSync(
            CurrentRequest current, Requests requests, ArgoCd argoCd, Windows windows, SignedIn signedIn, Clock clock) {
        this.current = current;
        this.requests = requests;
        this.argoCd = argoCd;
        this.windows = windows;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        DeploymentRequest request = current.lock(task.getExecution());
        if (!(request.standing() instanceof Standing.Failed)) {
            throw new Refused("Somebody has decided on this meanwhile: see what became of it under Requests.");
        }
        String who = signedIn.id();
        String reason = Fields.reason(task);
        switch (Fields.text(task, Vars.ACTION)) {
            case "retry" -> retry(request, who, reason);
            case "wait" -> waitLonger(request, who, reason);
            case "give-up" -> giveUp(request, who, reason);
            default -> throw new Refused("Choose what to do next: retry, wait or give-up.");
        }
    }

    private void retry(DeploymentRequest request, String who, String reason) {
        if (request.isExpired(clock.instant())) {
            throw new Refused(
                    "The request expired meanwhile, so the gate would not open again: give up, and start anew.");
        }
        Progress progress = progress(request);
        if (isUnderWay(progress)) {
            throw new Refused("The last attempt is still under way in Argo CD: wait for it, or give up.");
        }
        if (progress instanceof Progress.Succeeded succeeded && succeeded.settled()) {
            throw new Refused("The last attempt is synced and healthy by now: wait, and the request ends as deployed.");
        }
        requests.save(request.retry(), Kind.RETRY_DECIDED, who, reason);
    }

    private void waitLonger(DeploymentRequest request, String who, String reason) {
        Progress progress = progress(request);
        if (!isUnderWay(progress) && !(progress instanceof Progress.Succeeded)) {
            throw new Refused("There is nothing to wait for, since the last attempt is over: retry, or give up.");
        }
        // its window cannot end meanwhile, as over any other sync that is under way
        windows.placeOf(request.id()).map(Place::window).ifPresent(windows::lock);
        requests.save(request.waitLonger(clock.instant()), Kind.WAIT_DECIDED, who, reason);
    }

    private void giveUp(DeploymentRequest request, String who, String reason) {
        Fields.why(reason, "you give up");
        requests.save(request.end(Outcome.GIVEN_UP, reason, clock.instant()), Kind.GIVEN_UP, who, reason);
    }

    /** How far the last attempt has come, read afresh: an old look would have people decide on what is no more. */
    private Progress progress(DeploymentRequest request) {
        Reading reading = argoCd.read(request.agreement().application());
        if (reading instanceof Reading.Unreachable unreachable) {
            throw new Refused(
                    request.agreement().application().cluster() + " cannot be reached (" + unreachable.reason()
                            + "), so nobody knows what has become of the last attempt. Decide when it answers, or give up.");
        }
        return reading instanceof Reading.Found found
                ? found.application().progress(Marks.of(request))
                : new Progress.NeverAsked();
    }

    private static boolean isUnderWay(Progress progress) {
        return progress instanceof Progress.Running
                || progress instanceof Progress.AwaitingComparison
                || progress instanceof Progress.NotPickedUp;
    }
}
