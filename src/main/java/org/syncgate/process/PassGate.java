package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.gate.Gate;
import org.syncgate.gate.Judgement;
import org.syncgate.gate.Judgement.Refused;
import org.syncgate.gate.Refusal.Ruling;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.Attempt;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;

/** Asks the gate, and ends the request where it refuses for good. */
@Component
class PassGate implements JavaDelegate {

    private static final long LONGEST_PAUSE_SECONDS = 60;

    private final CurrentRequest current;
    private final Gate gate;
    private final Requests requests;
    private final Overturned overturned;
    private final Nudges nudges;
    private final RequestTimes times;
    private final Clock clock;

    PassGate(
            CurrentRequest current,
            Gate gate,
            Requests requests,
            Overturned overturned,
            Nudges nudges,
            RequestTimes times,
            Clock clock) {
        this.current = current;
        this.gate = gate;
        this.requests = requests;
        this.overturned = overturned;
        this.nudges = nudges;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        if (!(request.standing() instanceof Waiting)) {
            // amended or overturned while the token was on its way; the record knows how
            execution.setVariable(Vars.GATE, request.isOpen() ? "void" : "final");
            return;
        }
        nudges.catchUpAfterCommit(request.agreement().application());
        Optional<Instant> notBefore = notBefore(request);
        if (notBefore.isPresent()) {
            execution.setVariable(Vars.GATE, "wait");
            waitUntil(execution, request, notBefore.orElseThrow());
            return;
        }
        Judgement judgement = gate.judge(request.id());
        if (judgement instanceof Refused refused) {
            execution.setVariable(Vars.GATE, word(request, refused));
            refuse(execution, request, refused);
        } else {
            execution.setVariable(Vars.GATE, "granted");
        }
    }

    private String word(DeploymentRequest request, Refused refused) {
        return refused.ruling() == Ruling.WAIT && !gate.isItsTime(request)
                ? "not-now"
                : refused.ruling().name().toLowerCase(Locale.ROOT);
    }

    /**
     * When the gate may be asked: not while the grants before lapsed one after the other, lest an Application that is
     * written to all the time is asked about without a pause, and not at all once the request has expired, which its
     * timer is about to say.
     */
    private Optional<Instant> notBefore(DeploymentRequest request) {
        Instant now = clock.instant();
        return request.isExpired(now)
                ? Optional.of(now.plus(times.judgeAgain()))
                : request.attempt().map(PassGate::pauseAfter).filter(now::isBefore);
    }

    /** None after the first, since one conflict is a coincidence. */
    private static Instant pauseAfter(Attempt last) {
        return last.phaseSince().plusSeconds(Math.min(last.number() - 1L, LONGEST_PAUSE_SECONDS));
    }

    private void refuse(DelegateExecution execution, DeploymentRequest request, Refused refused) {
        switch (refused.ruling()) {
            case WAIT -> waits(execution, request, refused.words());
            case VOID, FINAL -> overturned.keep(request, refused);
        }
    }

    private void waits(DelegateExecution execution, DeploymentRequest request, String why) {
        waitUntil(execution, request, clock.instant().plus(times.judgeAgain()));
        // judged every minute, a gate that stays shut for a week would bury the record
        if (!request.standing().words().equals(why)) {
            requests.save(request.waits(why), Kind.GATE_WAITS, Entry.SYNCGATE, why);
        }
    }

    private static void waitUntil(DelegateExecution execution, DeploymentRequest request, Instant lookAgain) {
        execution.setVariable(Vars.LOOK_AGAIN, Timers.at(lookAgain));
        execution.setVariable(Vars.EXPIRES_AT, Timers.at(request.expiresAt()));
    }
}
