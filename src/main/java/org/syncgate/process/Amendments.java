package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.Agreement;
import org.syncgate.model.Groups;
import org.syncgate.model.Revisions;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Syncing;
import org.syncgate.request.Standing.Waiting;

/** What may be changed of a request that has no grant: it is taken back, or agreed anew on what is pending now (S2). */
@Component
class Amendments {

    private final Requests requests;
    private final Deployability deployability;
    private final People people;
    private final Validity validity;
    private final Clock clock;

    Amendments(Requests requests, Deployability deployability, People people, Validity validity, Clock clock) {
        this.requests = requests;
        this.deployability = deployability;
        this.people = people;
        this.validity = validity;
        this.clock = clock;
    }

    /** @throws Refused if the person may not, or it is too late */
    void withdraw(DeploymentRequest request, String who, String reason) {
        requireOpen(request);
        if (!isRequester(request, who) && !isAdministrator(who)) {
            throw new Refused(
                    request.id() + " is " + people.nameOf(request.wish().requester())
                            + "'s request: only they or an administrator can withdraw it.");
        }
        Fields.why(reason, "it is withdrawn");
        requests.save(request.end(Outcome.WITHDRAWN, reason, clock.instant()), Kind.WITHDRAWN, who, reason);
    }

    /**
     * Agrees on what is pending now.
     *
     * @param shown the revisions that the person saw; empty for whatever is pending
     * @throws Refused if the person may not, it is too late, or there is nothing else to agree on
     */
    void retarget(DeploymentRequest request, String who, Optional<List<String>> shown, String reason) {
        requireOpen(request);
        if (!isRequester(request, who)) {
            throw new Refused(
                    "Nobody but its requester, " + people.nameOf(request.wish().requester())
                            + ", chooses another revision for " + request.id() + ".");
        }
        if (shown.isPresent() && shown.orElseThrow().isEmpty()) {
            throw new Refused("Nothing else was pending for " + request.id()
                    + " when you opened the form, so there is nothing to retarget to. If something is by now, close the"
                    + " form and open it again.");
        }
        LiveApplication live =
                deployability.require(new Choice(request.agreement().application(), shown));
        Agreement next = Deployability.agreement(live);
        if (request.standing() instanceof Waiting && next.equals(request.agreement())) {
            throw new Refused(request.id() + " is agreed on " + Revisions.brief(next.target())
                    + " already, and nothing else is pending.");
        }
        Instant now = clock.instant();
        String why = choice(request, next) + (reason.isEmpty() ? "." : ": " + reason);
        requests.save(
                request.retarget(next, now, validity.of(live.id(), request.practice(), now)),
                Kind.RETARGETED,
                who,
                why);
    }

    private static String choice(DeploymentRequest request, Agreement next) {
        return next.target().equals(request.agreement().target())
                ? Revisions.brief(next.target()) + " once more"
                : Revisions.brief(next.target()) + " instead of "
                        + Revisions.brief(request.agreement().target());
    }

    private static void requireOpen(DeploymentRequest request) {
        if (request.standing() instanceof Ended ended) {
            throw new Refused(
                    request.id() + " has ended already: " + ended.outcome().words() + ".");
        }
        if (request.standing() instanceof Syncing) {
            throw new Refused(request.id() + " is being synced, so it can be neither withdrawn nor retargeted.");
        }
        if (request.standing() instanceof Failed) {
            throw new Refused("The sync of " + request.id()
                    + " failed: decide in its task \"Resolve the failed sync\" what next.");
        }
    }

    private static boolean isRequester(DeploymentRequest request, String who) {
        return request.wish().requester().equals(who);
    }

    private boolean isAdministrator(String who) {
        return people.find(who)
                .filter(person -> person.isIn(Groups.SYNCGATE_ADMINS))
                .isPresent();
    }
}
