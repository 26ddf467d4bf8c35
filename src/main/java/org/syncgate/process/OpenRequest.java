package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.Moments;
import org.syncgate.model.Practice;
import org.syncgate.model.RequestId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Wish;

/**
 * Opens the request in the transaction in which somebody starts the process: what is refused here leaves nothing behind.
 * Revision, spec and practice are pinned now and never again asked for.
 */
@Component
class OpenRequest implements JavaDelegate {

    private final Deployability deployability;
    private final Offers offers;
    private final Requests requests;
    private final People people;
    private final SignedIn signedIn;
    private final Validity validity;
    private final Clock clock;

    OpenRequest(
            Deployability deployability,
            Offers offers,
            Requests requests,
            People people,
            SignedIn signedIn,
            Validity validity,
            Clock clock) {
        this.deployability = deployability;
        this.offers = offers;
        this.requests = requests;
        this.people = people;
        this.signedIn = signedIn;
        this.validity = validity;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StartFields.refuseStrangers(execution, Vars.START_FIELDS);
        Wish wish = StartFields.wish(execution, signedIn.id());
        Choice choice = Choice.parse(Fields.text(execution, Vars.APPLICATION))
                .orElseThrow(() -> new Refused("Choose the application to deploy from the list, as cluster/name."));
        requests.openFor(choice.application()).ifPresent(this::refuseSecond);
        LiveApplication live = deployability.require(choice);
        Practice practice = practice(live, wish);
        RequestId id = RequestId.random();
        Instant now = clock.instant();
        DeploymentRequest request = DeploymentRequest.opened(
                id,
                wish,
                Deployability.agreement(live),
                practice,
                execution.getProcessInstanceId(),
                now,
                validity.of(live.id(), practice, now));
        requests.open(request).ifPresent(this::refuseSecond);
        execution.setProcessBusinessKey(id.text());
        execution.setVariable(Vars.APPLICATION, live.id().toString());
    }

    private Practice practice(LiveApplication live, Wish wish) {
        Offer offer = offers.of(live, wish.disruption(), wish.change());
        if (offer instanceof Offer.Walks walks) {
            return walks.practice();
        }
        throw new Refused(((Offer.Refuses) offer).why());
    }

    private void refuseSecond(DeploymentRequest first) {
        throw new SecondRequest(first.agreement().application() + " has an open request already: " + first.id() + " by "
                + people.nameOf(first.wish().requester()) + ", opened " + Moments.time(first.openedAt())
                + ". Wait until it has ended.");
    }
}
