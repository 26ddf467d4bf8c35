package org.syncgate.web;

import org.syncgate.argocd.ApplicationState.Drift;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;
import org.syncgate.process.Deployable;

/** How an application stands in the list of what can be deployed. */
final class DeployableLabel {

    private DeployableLabel() {}

    /** For instance "idfdev/tap: 1a95462 → 9b8c7d6, deployed since 12 Nov 2026". */
    static String of(Deployable deployable) {
        LiveApplication live = deployable.live();
        String what = live.state() instanceof Drift
                ? "drift, re-sync of " + Revisions.brief(live.deployed())
                : Revisions.brief(live.deployed()) + " → " + Revisions.brief(live.target());
        String since = live.deployedAt()
                .map(at -> ", deployed since " + Moments.day(at))
                .orElse("");
        String open = deployable
                .open()
                .map(request -> " (" + request.id() + " is open for it)")
                .orElse("");
        return live.id() + ": " + what + since + open;
    }
}
