package org.syncgate.gate;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.Reading;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Tally;

/** As many as the practice asks for have approved this very revision, none of them its requester (S4). */
@Component
class QuorumStands implements Condition {

    private final Approvals approvals;

    QuorumStands(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request, Reading reading) {
        if (request.practice().approvals().isEmpty()) {
            return Stream.empty();
        }
        Tally tally = approvals.tally(request);
        return tally.isFilled()
                ? Stream.empty()
                : Stream.of(Refusal.waits("Approvals are missing: " + tally.missing() + "."));
    }
}
