package org.syncgate.gate;

import java.util.stream.Stream;
import org.syncgate.argocd.Reading;
import org.syncgate.request.DeploymentRequest;

/** A condition on the moment alone: whether a request may be synced now, whatever its application looks like. */
interface Timing extends Condition {

    /** Every reason against this moment; none where there is nothing against it, or the practice does not ask for one. */
    Stream<Refusal> refusals(DeploymentRequest request);

    @Override
    default Stream<Refusal> refusals(DeploymentRequest request, Reading reading) {
        return refusals(request);
    }
}
