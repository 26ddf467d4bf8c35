package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.bypass.Bypass;

/** Tells of what went past the gate, and sets until when somebody is asked to explain it. */
@Component
class AnnounceBypass implements JavaDelegate {

    private final CurrentBypass current;
    private final BypassNotices notices;
    private final BypassTimes times;
    private final Clock clock;

    AnnounceBypass(CurrentBypass current, BypassNotices notices, BypassTimes times, Clock clock) {
        this.current = current;
        this.notices = notices;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Bypass bypass = current.of(execution);
        notices.seen(bypass);
        Instant now = clock.instant();
        execution.setVariable(Vars.REMIND_AT, Timers.at(now.plus(times.reminder())));
        execution.setVariable(Vars.EXPLANATION_EXPIRES_AT, Timers.at(now.plus(times.expiry())));
    }
}
