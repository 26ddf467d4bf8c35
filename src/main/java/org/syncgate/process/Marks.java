package org.syncgate.process;

import org.syncgate.argocd.SyncMark;
import org.syncgate.request.Attempt;
import org.syncgate.request.DeploymentRequest;

/** By what the latest attempt's operation is known. */
final class Marks {

    private Marks() {}

    static SyncMark of(DeploymentRequest request) {
        Attempt attempt = request.currentAttempt();
        return new SyncMark(
                request.id(),
                attempt.number(),
                request.agreement().target(),
                attempt.historyBefore(),
                attempt.startedAt());
    }
}
