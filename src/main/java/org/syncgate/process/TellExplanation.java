package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells why something went past the gate, where it was told that it did. */
@Component
class TellExplanation implements JavaDelegate {

    private final CurrentBypass current;
    private final BypassNotices notices;

    TellExplanation(CurrentBypass current, BypassNotices notices) {
        this.current = current;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.explained(current.of(execution));
    }
}
