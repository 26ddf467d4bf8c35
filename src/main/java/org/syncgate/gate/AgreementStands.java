package org.syncgate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.argocd.SpecPart;
import org.syncgate.model.Agreement;
import org.syncgate.model.Revisions;
import org.syncgate.request.Attempt;
import org.syncgate.request.DeploymentRequest;

/** The live spec and the deployed revision are those that were agreed, and there is still something to sync (S2). */
@Component
class AgreementStands implements Condition {

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request, Reading reading) {
        return reading instanceof Reading.Found found ? refusals(request, found.application()) : Stream.empty();
    }

    static Stream<Refusal> refusals(DeploymentRequest request, LiveApplication live) {
        Agreement agreement = request.agreement();
        List<Refusal> refusals = new ArrayList<>();
        live.changedSince(agreement.spec()).stream()
                .map(AgreementStands::changed)
                .forEach(refusals::add);
        if (!deployedByThis(request, live)) {
            deployedElsewhere(request, live).ifPresent(refusals::add);
        }
        return refusals.stream();
    }

    private static Refusal changed(SpecPart part) {
        String what =
                switch (part) {
                    case SOURCE -> "source has";
                    case DESTINATION -> "destination has";
                    case SYNC_OPTIONS -> "sync options have";
                };
        return Refusal.voids("The Application's " + what + " been changed since it was agreed.");
    }

    /** An earlier attempt of the same request got the target deployed, and somebody decided to try once more. */
    private static boolean deployedByThis(DeploymentRequest request, LiveApplication live) {
        return live.deployed().equals(request.agreement().target()) && live.isDeployedBy(request.id());
    }

    /** A sync that fails after it has applied everything, in a hook for instance, leaves no history entry. */
    private static boolean appliedByThis(DeploymentRequest request, LiveApplication live) {
        return request.attempt()
                        .filter(attempt -> !attempt.grantedAt().isBefore(request.agreedAt()))
                        .flatMap(Attempt::startedAt)
                        .isPresent()
                && live.target().equals(request.agreement().target());
    }

    /** A drift may end by itself as well, and then nobody has synced anything. */
    private static boolean deployedSince(DeploymentRequest request, LiveApplication live) {
        return live.deployed().equals(request.agreement().target())
                && live.deployedAt().filter(request.agreedAt()::isBefore).isPresent();
    }

    private static Optional<Refusal> deployedElsewhere(DeploymentRequest request, LiveApplication live) {
        Agreement agreement = request.agreement();
        if (!live.deployed().equals(agreement.deployed())) {
            return Optional.of(
                    live.deployed().equals(agreement.target())
                            ? Refusal.overtaken("Somebody has deployed " + Revisions.brief(live.deployed())
                                    + " meanwhile, outside the gate.")
                            : Refusal.voids(
                                    "The deployed revision has moved from " + Revisions.brief(agreement.deployed())
                                            + " to " + Revisions.brief(live.deployed())
                                            + " since it was agreed."));
        }
        if (!live.inSync() || appliedByThis(request, live)) {
            return Optional.empty();
        }
        return live.target().equals(agreement.target()) && deployedSince(request, live)
                ? Optional.of(Refusal.overtaken(
                        "Somebody has synced " + Revisions.brief(live.deployed()) + " meanwhile, outside the gate."))
                : Optional.of(Refusal.voids("Argo CD shows it in sync with " + Revisions.brief(live.target())
                        + ": what was to be deployed is no longer pending."));
    }
}
