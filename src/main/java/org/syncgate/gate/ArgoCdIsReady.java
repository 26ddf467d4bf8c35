package org.syncgate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.request.DeploymentRequest;

/**
 * Argo CD would take the operation and leave its result in place: the checks that its API server makes and that a patch
 * through the Kubernetes API skips, and that there is an Application to be reached at all.
 */
@Component
class ArgoCdIsReady implements Condition {

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request, Reading reading) {
        if (reading instanceof Reading.Unreachable unreachable) {
            return Stream.of(Refusal.waits("The cluster cannot be reached: " + unreachable.reason()));
        }
        return reading instanceof Reading.Found found
                ? refusals(found)
                : Stream.of(Refusal.ends("The Application is gone."));
    }

    private static Stream<Refusal> refusals(Reading.Found found) {
        LiveApplication live = found.application();
        List<Refusal> refusals = new ArrayList<>();
        if (live.beingDeleted()) {
            refusals.add(Refusal.ends("The Application is being deleted."));
        }
        if (live.autoSync()) {
            refusals.add(Refusal.waits(
                    "Auto-sync is on, so Argo CD would not leave a pinned revision in place; switch it off."));
        }
        live.faults().stream().map(Refusal::waits).forEach(refusals::add);
        live.operationBy()
                .map(by -> Refusal.waits("An operation by " + by + " is in progress."))
                .ifPresent(refusals::add);
        if (live.stale()) {
            refusals.add(Refusal.waits("Argo CD has not compared the Application with its present source yet."));
        }
        found.projectRefusals().stream().map(Refusal::waits).forEach(refusals::add);
        return refusals.stream();
    }
}
