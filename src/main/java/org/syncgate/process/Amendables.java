package org.syncgate.process;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.access.Person;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.model.Groups;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Voided;

/** What can be amended at this moment, as the form of {@code amend-request} lists it. */
@Component
public class Amendables {

    private final Requests requests;
    private final ArgoCd argoCd;

    Amendables(Requests requests, ArgoCd argoCd) {
        this.requests = requests;
        this.argoCd = argoCd;
    }

    /** The person's own requests, the oldest first; for an administrator everybody's. Empty where there is none. */
    public List<AmendableRequest> of(Person person) {
        return requests.open().stream()
                .filter(request -> mayAmend(person, request))
                .map(request -> new AmendableRequest(
                        new Amendable(request.id(), Optional.of(pending(request).orElse(List.of()))), request))
                .toList();
    }

    /** Whether the person can at least withdraw it: it is their own or they are an administrator, and it has no grant. */
    public boolean mayAmend(Person person, DeploymentRequest request) {
        return request.isAmendable()
                && (request.wish().requester().equals(person.id()) || person.isIn(Groups.SYNCGATE_ADMINS));
    }

    /** What its requester could agree on instead, as the watch last saw it; empty where that is nothing else. */
    public Optional<List<String>> pending(DeploymentRequest request) {
        return argoCd.seen(request.agreement().application())
                .filter(live -> request.standing() instanceof Voided
                        || !Deployability.agreement(live).equals(request.agreement()))
                .flatMap(Deployability::pending);
    }
}
