package org.syncgate.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.syncgate.bypass.Bypass;
import org.syncgate.bypass.Bypasses;
import org.syncgate.model.BypassId;

/** Finds what an execution asks about. */
@Component
class CurrentBypass {

    private final Bypasses bypasses;

    CurrentBypass(Bypasses bypasses) {
        this.bypasses = bypasses;
    }

    /** The execution's bypass, by its process's key; one that is asked about. */
    Bypass of(DelegateExecution execution) {
        return Optional.ofNullable(execution.getProcessBusinessKey())
                .flatMap(BypassId::parse)
                .flatMap(bypasses::find)
                .filter(Bypass::isAskedAlone)
                .orElseThrow(() -> new IllegalStateException(
                        "Process " + execution.getProcessInstanceId() + " asks about nothing that went past the gate"));
    }
}
