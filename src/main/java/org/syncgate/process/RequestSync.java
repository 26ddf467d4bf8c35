package org.syncgate.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterUnreachable;
import org.syncgate.argocd.KubernetesRefused;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Progress;
import org.syncgate.argocd.Reading;
import org.syncgate.argocd.SyncAnswer;
import org.syncgate.argocd.SyncMark;
import org.syncgate.argocd.SyncOrder;
import org.syncgate.gate.Gate;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.Attempt.Phase;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/**
 * Sends the granted sync, once. It may run again after a crash at any line: the Application itself tells whether this
 * attempt has reached it, and the patch bears the version that was judged, so that a late or repeated one cannot be
 * taken (S6). Where nothing was taken, or nobody answers, {@link FollowSync} finds that out.
 * What the Kubernetes API refuses has failed, and people are asked.
 */
@Component
class RequestSync implements JavaDelegate {

    private static final Logger LOG = LoggerFactory.getLogger(RequestSync.class);

    private final CurrentRequest current;
    private final Gate gate;
    private final ArgoCd argoCd;
    private final Requests requests;
    private final Clock clock;

    RequestSync(CurrentRequest current, Gate gate, ArgoCd argoCd, Requests requests, Clock clock) {
        this.current = current;
        this.gate = gate;
        this.argoCd = argoCd;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        if (argoCd.read(request.agreement().application()) instanceof Reading.Found found && isThere(request, found)) {
            requests.save(
                    request.followed(
                            request.currentAttempt().in(Phase.ASKED, clock.instant()),
                            "Asked; Argo CD has not begun yet."),
                    Kind.SYNC_ASKED,
                    Entry.SYNCGATE,
                    "Attempt " + request.currentAttempt().number() + ".");
        }
    }

    /** Sends the patch unless it is there already; answers whether it is there now. */
    private boolean isThere(DeploymentRequest request, Reading.Found found) {
        LiveApplication live = found.application();
        SyncMark mark = Marks.of(request);
        if (!live.resourceVersion().equals(request.currentAttempt().resourceVersion())) {
            Progress progress = live.progress(mark);
            return !(progress instanceof Progress.NeverAsked || progress instanceof Progress.Overwritten);
        }
        // the patch would have moved the version: whatever looks like ours here was there before the grant
        if (!gate.stillHolds(request, found)) {
            return false;
        }
        try {
            SyncAnswer answer = argoCd.sync(new SyncOrder(mark, request.agreement(), live));
            return answer == SyncAnswer.ASKED;
        } catch (KubernetesRefused e) {
            requests.save(request.fail(e.words(), clock.instant()), Kind.SYNC_FAILED, Entry.SYNCGATE, e.words());
            return false;
        } catch (ClusterUnreachable e) {
            LOG.info("Whether {} reached {} is unknown: {}", request.id(), live.id(), e.getMessage());
            return false;
        }
    }
}
