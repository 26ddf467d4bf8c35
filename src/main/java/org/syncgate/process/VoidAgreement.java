package org.syncgate.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.Reading;
import org.syncgate.gate.Gate;
import org.syncgate.gate.Judgement.Refused;
import org.syncgate.model.RequestId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** Looks whether what the watch saw has overturned the agreement of a request without a grant, and tells its process. */
@Component
class VoidAgreement {

    private final Requests requests;
    private final ArgoCd argoCd;
    private final Gate gate;
    private final Overturned overturned;
    private final RuntimeService runtime;

    VoidAgreement(Requests requests, ArgoCd argoCd, Gate gate, Overturned overturned, RuntimeService runtime) {
        this.requests = requests;
        this.argoCd = argoCd;
        this.gate = gate;
        this.overturned = overturned;
        this.runtime = runtime;
    }

    /** Judged on a read of its own and under lock, since what a watch saw may be old. */
    @Transactional
    public boolean ifOverturned(RequestId id) {
        Optional<DeploymentRequest> amendable = requests.lock(id).filter(DeploymentRequest::isAmendable);
        Optional<Refused> refused = amendable.flatMap(this::refused);
        refused.ifPresent(refusals -> {
            overturned.keep(amendable.orElseThrow(), refusals);
            runtime.createMessageCorrelation("agreementOverturned")
                    .processInstanceBusinessKey(id.text())
                    .correlateAll();
        });
        return refused.isPresent();
    }

    private Optional<Refused> refused(DeploymentRequest request) {
        return argoCd.read(request.agreement().application()) instanceof Reading.Found found
                ? gate.overturned(request, found.application())
                : Optional.empty();
    }
}
