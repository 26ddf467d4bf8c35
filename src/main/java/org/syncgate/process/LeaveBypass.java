package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.bypass.Bypass;
import org.syncgate.bypass.Bypasses;

/** Leaves unexplained, for all to see, what nobody explained in time. */
@Component
class LeaveBypass implements JavaDelegate {

    private final CurrentBypass current;
    private final Bypasses bypasses;
    private final BypassNotices notices;
    private final BypassTimes times;

    LeaveBypass(CurrentBypass current, Bypasses bypasses, BypassNotices notices, BypassTimes times) {
        this.current = current;
        this.bypasses = bypasses;
        this.notices = notices;
        this.times = times;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Bypass bypass = current.of(execution);
        if (!bypasses.leave(bypass.id(), "Nobody explained it within " + Times.words(times.expiry()) + ".")
                .isEmpty()) {
            notices.left(bypass);
        }
    }
}
