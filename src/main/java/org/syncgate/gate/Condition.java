package org.syncgate.gate;

import java.util.stream.Stream;
import org.syncgate.argocd.Reading;
import org.syncgate.request.DeploymentRequest;

/** One thing that has to hold before a sync is granted. Each is judged, whatever the others say. */
interface Condition {

    /**
     * Judges one request.
     *
     * @param request with its row locked
     * @param reading what was read of its application just now, which may be that it is gone or out of reach
     * @return every reason against it; none where the condition holds
     */
    Stream<Refusal> refusals(DeploymentRequest request, Reading reading);
}
