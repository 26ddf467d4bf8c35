package org.syncgate.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.model.RequestId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Syncing;

/**
 * Tells the running request that it was amended. In a job of its own, because the request's token may be moving at the
 * same time; what was decided is kept already, and whoever looks at the record meanwhile knows it.
 */
@Component
class TellRequest implements JavaDelegate {

    private final Requests requests;
    private final RuntimeService runtime;

    TellRequest(Requests requests, RuntimeService runtime) {
        this.requests = requests;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RequestId id = new RequestId(execution.getProcessBusinessKey());
        if (!isSynced(requests.lock(id).orElseThrow())) {
            tell(execution);
        }
    }

    /** The gate has granted the amended request before its process heard of it; what is granted is not interrupted. */
    private static boolean isSynced(DeploymentRequest request) {
        return request.standing() instanceof Syncing || request.standing() instanceof Failed;
    }

    private void tell(DelegateExecution execution) {
        boolean withdrawn = Fields.text(execution, Vars.ACTION).equals("withdraw");
        // to nobody, where the token has found out by itself
        runtime.createMessageCorrelation(withdrawn ? "requestWithdrawn" : "requestRetargeted")
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .correlateAll();
    }
}
