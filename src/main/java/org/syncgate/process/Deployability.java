package org.syncgate.process;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ApplicationState;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus.Reachable;
import org.syncgate.argocd.ClusterStatus.Unreachable;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;

/** Whether an application can be deployed now; where not, the sentence that says why. */
@Component
class Deployability {

    private final ArgoCd argoCd;

    Deployability(ArgoCd argoCd) {
        this.argoCd = argoCd;
    }

    /**
     * Reads the chosen application afresh.
     *
     * @throws Refused if it cannot be deployed now
     */
    LiveApplication require(Choice choice) {
        ApplicationId id = choice.application();
        requireReachable(id);
        Reading reading = argoCd.read(id);
        if (reading instanceof Reading.Unreachable unreachable) {
            throw new Refused(
                    id.cluster() + " cannot be reached at the moment (" + unreachable.reason() + "). Try again later.");
        }
        if (!(reading instanceof Reading.Found found)) {
            throw new Refused("There is no application " + id + ". Choose one from the list.");
        }
        LiveApplication live = found.application();
        refusal(live).ifPresent(why -> {
            throw new Refused(why);
        });
        requireShown(choice, live);
        return live;
    }

    private void requireReachable(ApplicationId id) {
        var status = argoCd.cluster(id.cluster())
                .orElseThrow(() ->
                        new Refused("There is no cluster " + id.cluster() + ". Choose an application from the list."));
        if (status.reachability() instanceof Unreachable unreachable) {
            throw new Refused(id.cluster() + " cannot be reached since " + Moments.time(unreachable.since()) + " ("
                    + unreachable.reason() + "). Try again later.");
        }
        if (!(status.reachability() instanceof Reachable)) {
            throw new Refused(id.cluster() + " has not answered yet. Try again in a minute.");
        }
    }

    private static void requireShown(Choice choice, LiveApplication live) {
        if (choice.shown().isPresent() && !choice.shown().orElseThrow().equals(target(live))) {
            throw new Refused("Since you opened the form, " + Revisions.brief(target(live))
                    + " has become the pending revision of " + live.id() + " instead of "
                    + Revisions.brief(choice.shown().orElseThrow()) + ". Close the form and open it again.");
        }
    }

    /** What would be synced: what is pending or, for a drift, what is deployed. */
    static List<String> target(LiveApplication live) {
        return live.state() instanceof ApplicationState.Drift drift ? drift.deployed() : live.target();
    }

    /** What somebody who asks now agrees on. */
    static Agreement agreement(LiveApplication live) {
        return new Agreement(live.id(), live.deployed(), target(live), live.spec());
    }

    /** The {@link #target} of what can be deployed as it stands; empty where nothing can. */
    static Optional<List<String>> pending(LiveApplication live) {
        return refusal(live).isEmpty() ? Optional.of(target(live)) : Optional.empty();
    }

    /** Why it cannot be deployed as it stands; empty where it can. */
    static Optional<String> refusal(LiveApplication live) {
        ApplicationState state = live.state();
        String id = live.id().toString();
        if (state instanceof ApplicationState.PendingUpgrade || state instanceof ApplicationState.Drift) {
            return Optional.empty();
        } else if (state instanceof ApplicationState.InSync) {
            return Optional.of(id + " is in sync: " + Revisions.brief(live.deployed()) + " is deployed"
                    + live.deployedAt().map(at -> " since " + Moments.time(at)).orElse("")
                    + ", and nothing is pending.");
        } else if (state instanceof ApplicationState.AutoSync) {
            return Optional.of(
                    "Auto-sync is on for " + id + ": Argo CD deploys it by itself, and there is nothing to ask for.");
        } else if (state instanceof ApplicationState.OperationInProgress operation) {
            return Optional.of(
                    "An operation by " + operation.by() + " is in progress on " + id + ". Try again when it is over.");
        } else if (state instanceof ApplicationState.BeingDeleted) {
            return Optional.of(id + " is being deleted.");
        } else if (state instanceof ApplicationState.Broken broken) {
            return Optional.of(id + " cannot be deployed until this is mended: " + String.join(" ", broken.reasons()));
        }
        return Optional.of("What Argo CD shows of " + id
                + " is stale: it has not compared it with its present source yet. Try again in a minute.");
    }
}
