package org.syncgate.process;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.TimeProposal;
import org.syncgate.request.TimeTalks;

/** Finds out whom to ask about the time: the requester for a proposal, and then whoever does not stand behind it. */
@Component
class AskForTime implements JavaDelegate {

    private final CurrentRequest current;
    private final TimeTalks talks;
    private final Requests requests;
    private final TimeWords words;
    private final RequestTimes times;
    private final Clock clock;

    AskForTime(
            CurrentRequest current,
            TimeTalks talks,
            Requests requests,
            TimeWords words,
            RequestTimes times,
            Clock clock) {
        this.current = current;
        this.talks = talks;
        this.requests = requests;
        this.words = words;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        AgreedTime agreed = talks.agreedTime(request);
        boolean waits = request.standing() instanceof Waiting;
        List<String> asked = waits ? agreed.asked() : List.of();
        if (waits) {
            requests.save(request.waits(words.of(request, agreed)));
        }
        execution.setVariable(Vars.COORDINATION, asked.isEmpty() ? HearAnswer.word(request, agreed, 0) : "asking");
        execution.setVariable(
                Vars.PROPOSAL, agreed.proposal().map(TimeProposal::number).orElse(0));
        execution.setVariable(Vars.REMIND_AT, Timers.at(clock.instant().plus(times.decisionReminder())));
        execution.setVariable(Vars.EXPIRES_AT, Timers.at(request.expiresAt()));
        execution.setVariable(Vars.GROUPS, Variables.objectValue(asked, true).create());
    }
}
