package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.MissedTime;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.TimeProposal;
import org.syncgate.request.TimeTalks;

/** Finds out why the token is back from the gate: because it came too early, because the agreed time was missed, or for good. */
@Component
class SeeIfMissed implements JavaDelegate {

    private final CurrentRequest current;
    private final TimeTalks talks;
    private final Requests requests;
    private final Clock clock;

    SeeIfMissed(CurrentRequest current, TimeTalks talks, Requests requests, Clock clock) {
        this.current = current;
        this.talks = talks;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        execution.setVariable(Vars.SLOT, word(request, talks.agreedTime(request)));
    }

    /** Without a time for the present agreement it was retargeted meanwhile, and its path begins anew. */
    private String word(DeploymentRequest request, AgreedTime agreed) {
        if (!(request.standing() instanceof Waiting) || agreed.time().isEmpty()) {
            return "over";
        }
        TimeProposal proposal = agreed.proposal().orElseThrow();
        Instant now = clock.instant();
        if (now.isBefore(proposal.time())) {
            return "early";
        }
        String why = request.standing().words();
        talks.miss(request.id(), new MissedTime(request.agreementNumber(), proposal.number(), why, now));
        String said = "The agreed time, " + Moments.time(proposal.time()) + ", was missed. " + why;
        requests.save(request.waits(said), Kind.TIME_MISSED, Entry.SYNCGATE, said);
        return "missed";
    }
}
