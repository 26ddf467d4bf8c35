package org.syncgate.gate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
        List<Refusal> refusals = refusals(request, reading);
        return refusals.isEmpty() && reading instanceof Reading.Found found
                ? grant(request, found.application())
                : new Judgement.Refused(refusals);
    }

    /**
     * Whether a grant still stands on a later read. The resourceVersion guards what the Application says; the grant
     * rests on more than that, and a crash may lie between.
     */
    public boolean stillHolds(DeploymentRequest granted, Reading.Found found) {
        return refusals(granted, found).isEmpty();
    }

    /**
     * What has overturned the agreement of a request without a grant, as its application is seen now; empty where it
     * stands. So people hear of it at once, and not only when the gate is asked. An agreement that is void already is
     * overturned only by its target being deployed outside, which leaves nothing to reconsider.
     */
    public Optional<Judgement.Refused> overturned(DeploymentRequest request, LiveApplication live) {
        List<Refusal> refusals = AgreementStands.refusals(request, live).toList();
        return Optional.of(refusals)
                .filter(reasons -> !reasons.isEmpty())
                .map(Judgement.Refused::new)
                .filter(refused ->
                        !(request.standing() instanceof Standing.Voided) || refused.ruling() == Refusal.Ruling.FINAL);
    }

    /**
     * Whether its path has come to a moment at which it may be synced. Where it has not, waiting at the gate would not
     * help: there is something else to wait for, which its path knows.
     */
    public boolean isItsTime(DeploymentRequest request) {
        return conditions.stream()
                .filter(Timing.class::isInstance)
                .map(Timing.class::cast)
                .allMatch(timing -> timing.refusals(request).findAny().isEmpty());
    }

    private List<Refusal> refusals(DeploymentRequest request, Reading reading) {
        return conditions.stream()
                .flatMap(condition -> condition.refusals(request, reading))
                .toList();
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
