package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.model.FreezeId;
import org.syncgate.model.Moments;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.window.Freeze;
import org.syncgate.window.FreezeTerms;
import org.syncgate.window.Freezes;
import org.syncgate.window.ServiceLookup;

/** Sets, lifts and overrides freezes; each is kept, recorded and announced in one transaction. */
@Component
class FreezeDecisions {

    private final Freezes freezes;
    private final Requests requests;
    private final ServiceLookup services;
    private final FreezeNotices notices;
    private final Nudges nudges;
    private final People people;
    private final Clock clock;

    FreezeDecisions(
            Freezes freezes,
            Requests requests,
            ServiceLookup services,
            FreezeNotices notices,
            Nudges nudges,
            People people,
            Clock clock) {
        this.freezes = freezes;
        this.requests = requests;
        this.services = services;
        this.notices = notices;
        this.nudges = nudges;
        this.people = people;
        this.clock = clock;
    }

    Freeze set(FreezeTerms terms, String who) {
        Freeze freeze = freezes.set(terms, who);
        notices.set(freeze);
        return freeze;
    }

    /** @throws Refused if there is nothing to lift */
    Freeze lift(FreezeId id, String who, String reason) {
        Freeze freeze = require(id);
        if (freezes.lift(id, who, reason).isEmpty()) {
            throw new IllegalStateException(id + " was lifted although its row is locked.");
        }
        notices.lifted(freeze, who, reason);
        nudges.judgeAgainAfterCommit(request -> covers(freeze, request));
        return freeze;
    }

    /**
     * Lets what is agreed now pass a freeze, which stands for everything else.
     *
     * @throws Refused if there is nothing that it would let pass
     */
    Freeze override(FreezeId id, ShownRequest shown, String who, String reason) {
        DeploymentRequest request = require(shown);
        Freeze freeze = require(id);
        if (!covers(freeze, request)) {
            throw new Refused(id + " covers " + freeze.terms().scope().words() + ", and "
                    + request.agreement().application() + " does not belong to that: there is nothing to override.");
        }
        if (freezes.override(id, request.id(), request.agreementNumber(), who, reason)
                .isEmpty()) {
            throw new Refused(request.id() + " may pass " + id + " already.");
        }
        requests.save(request, Kind.FREEZE_OVERRIDDEN, who, "It may pass " + id + ": " + reason);
        notices.overridden(freeze, request, who, reason);
        nudges.judgeAgainAfterCommit(open -> open.id().equals(request.id()));
        return freeze;
    }

    private boolean covers(Freeze freeze, DeploymentRequest request) {
        return freeze.covers(request.agreement().application(), services);
    }

    /** Locked, so that no two lift it. */
    private Freeze require(FreezeId id) {
        Freeze freeze = freezes.lock(id)
                .orElseThrow(() -> new Refused("There is no freeze " + id + ". Choose one from the list."));
        Instant now = clock.instant();
        freeze.lifted().ifPresent(lift -> {
            throw new Refused(id + " was lifted already, at " + Moments.time(lift.at()) + " by "
                    + people.nameOf(lift.who()) + ".");
        });
        if (freeze.isOver(now)) {
            throw new Refused(
                    id + " has been over since " + Moments.time(freeze.terms().to()) + ".");
        }
        return freeze;
    }

    private DeploymentRequest require(ShownRequest shown) {
        DeploymentRequest request = requests.lock(shown.request())
                .orElseThrow(() -> new Refused("There is no request " + shown.request() + "."));
        if (request.standing() instanceof Ended ended) {
            throw new Refused(
                    request.id() + " has ended already: " + ended.outcome().words() + ".");
        }
        if (!(request.standing() instanceof Waiting)) {
            throw new Refused(request.id() + " does not wait for the gate at the moment, so no freeze holds it up.");
        }
        if (!shown.isStill(request)) {
            throw new Refused(request.id() + " has been retargeted since you opened the form. Close the form, look at"
                    + " what is agreed now and open it again.");
        }
        return request;
    }
}
