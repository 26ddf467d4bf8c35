package org.syncgate.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.syncgate.bypass.BypassSeen;

/** Has what went past the gate announced and asked about, where it is: begun in the transaction that keeps it. */
@Component
class AskAboutBypass {

    static final String PROCESS = "explain-bypass";

    private final RuntimeService runtime;

    AskAboutBypass(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(BypassSeen event) {
        if (event.bypass().isAskedAlone()) {
            runtime.startProcessInstanceByKey(PROCESS, event.bypass().id().text());
        }
    }
}
