package org.syncgate.process;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;
import org.syncgate.model.RequestId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/**
 * Finds the request that an execution walks for. A token in a process that the request did not open, whatever its
 * business key says, has no request.
 */
@Component
class CurrentRequest {

    private final Requests requests;

    CurrentRequest(Requests requests) {
        this.requests = requests;
    }

    /** Locks the execution's request until the transaction ends. */
    DeploymentRequest lock(DelegateExecution execution) {
        return request(execution, requests::lock);
    }

    /** Reads the execution's request. */
    DeploymentRequest find(DelegateExecution execution) {
        return request(execution, requests::find);
    }

    private static DeploymentRequest request(
            DelegateExecution execution, Function<RequestId, Optional<DeploymentRequest>> reading) {
        String key = execution.getProcessBusinessKey();
        String root = ((ExecutionEntity) execution).getRootProcessInstanceId();
        return RequestId.parse(key == null ? "" : key)
                .flatMap(reading)
                .filter(request -> request.processInstance().equals(root))
                .orElseThrow(() -> new IllegalStateException("Process " + root + " was not opened by a request"));
    }
}
