package org.syncgate.gate;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.model.RequestId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing;

/** Judges a request, and grants its sync where every condition holds. */
@Component
public class Gate {

    private final Requests requests;
    private final ArgoCd argoCd;
    private final List<Condition> conditions;
    private final Clock clock;

    Gate(Requests requests, ArgoCd argoCd, List<Condition> conditions, Clock clock) {
        this.requests = requests;
        this.argoCd = argoCd;
        this.conditions = List.copyOf(conditions);
        this.clock = clock;
    }

    /**
     * Judges a request that waits, with its row locked until the caller's transaction ends; a grant counts only once
     * that is committed.
     *
     * @throws IllegalStateException if there is no such request, or it does not wait for the gate
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Judgement judge(RequestId id) {
        DeploymentRequest request =
                requests.lock(id).orElseThrow(() -> new IllegalStateException("There is no request " + id));
        if (!(request.standing() instanceof Standing.Waiting)) {
            throw new IllegalStateException(id + " does not wait for the gate: it is " + request.standing());
        }
        Reading reading = argoCd.read(request.agreement().application());
        if (reading instanceof Reading.Unreachable unreachable) {
            return refused(Refusal.waits("The cluster cannot be reached: " + unreachable.reason()));
        }
        if (!(reading instanceof Reading.Found found)) {
            return refused(Refusal.ends("The Application is gone."));
        }
        List<Refusal> refusals = refusals(request, found);
        return refusals.isEmpty() ? grant(request, found.application()) : new Judgement.Refused(refusals);
    }

    /**
     * Whether a grant still stands on a later read. The resourceVersion guards what the Application says; the grant
     * rests on more than that, and a crash may lie between.
     */
    public boolean stillHolds(DeploymentRequest granted, Reading.Found found) {
        return refusals(granted, found).isEmpty();
    }

    private List<Refusal> refusals(DeploymentRequest request, Reading.Found found) {
        return conditions.stream()
                .flatMap(condition -> condition.refusals(request, found))
                .toList();
    }

    private static Judgement refused(Refusal refusal) {
        return new Judgement.Refused(List.of(refusal));
    }

    private Judgement grant(DeploymentRequest request, LiveApplication live) {
        DeploymentRequest granted = request.grant(live.resourceVersion(), live.lastHistoryId(), clock.instant());
        requests.save(
                granted,
                Kind.SYNC_GRANTED,
                Entry.SYNCGATE,
                "Attempt " + granted.currentAttempt().number() + ": every condition holds (\""
                        + granted.practice().words() + "\").");
        return new Judgement.Granted(granted);
    }
}
