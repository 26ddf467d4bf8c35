package org.syncgate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Agreement;
import org.syncgate.model.Revisions;
import org.syncgate.request.Attempt;
import org.syncgate.request.DeploymentRequest;

/** The live source and the deployed revision are those that were agreed, and there is still something to sync (S2). */
@Component
class AgreementStands implements Condition {

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request, Reading.Found found) {
        Agreement agreement = request.agreement();
        LiveApplication live = found.application();
        List<Refusal> refusals = new ArrayList<>();
        if (!live.hasSource(agreement.source())) {
            refusals.add(Refusal.voids("The Application's source has been changed since the request was opened."));
        }
        if (!deployedByThis(request, live)) {
            deployedElsewhere(request, live).ifPresent(refusals::add);
        }
        return refusals.stream();
    }

    /** An earlier attempt of the same request got the target deployed, and somebody decided to try once more. */
    private static boolean deployedByThis(DeploymentRequest request, LiveApplication live) {
        return live.deployed().equals(request.agreement().target()) && live.isDeployedBy(request.id());
    }

    /** A sync that fails after it has applied everything, in a hook for instance, leaves no history entry. */
    private static boolean appliedByThis(DeploymentRequest request, LiveApplication live) {
        return request.attempt().flatMap(Attempt::startedAt).isPresent()
                && live.target().equals(request.agreement().target());
    }

    private static Optional<Refusal> deployedElsewhere(DeploymentRequest request, LiveApplication live) {
        Agreement agreement = request.agreement();
        if (!live.deployed().equals(agreement.deployed())) {
            return Optional.of(
                    live.deployed().equals(agreement.target())
                            ? Refusal.voids("Somebody has deployed " + Revisions.brief(live.deployed())
                                    + " meanwhile, outside the gate.")
                            : Refusal.voids(
                                    "The deployed revision has moved from " + Revisions.brief(agreement.deployed())
                                            + " to " + Revisions.brief(live.deployed())
                                            + " since the request was opened."));
        }
        return live.inSync() && !appliedByThis(request, live)
                ? Optional.of(Refusal.voids("Argo CD shows it in sync with " + Revisions.brief(live.target())
                        + ": what was to be deployed is no longer pending."))
                : Optional.empty();
    }
}
