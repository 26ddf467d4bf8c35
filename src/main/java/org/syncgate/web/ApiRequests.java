package org.syncgate.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.access.Person;
import org.syncgate.model.RequestId;
import org.syncgate.process.Expiry;
import org.syncgate.process.PublicUrl;
import org.syncgate.record.Records;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** Gathers what machines are told of one request, from what its page shows. */
@Component
class ApiRequests {

    private final Requests requests;
    private final RequestPages pages;
    private final Records records;
    private final Approvals approvals;
    private final Expiry expiry;
    private final People people;
    private final PublicUrl url;

    ApiRequests(
            Requests requests,
            RequestPages pages,
            Records records,
            Approvals approvals,
            Expiry expiry,
            People people,
            PublicUrl url) {
        this.requests = requests;
        this.pages = pages;
        this.records = records;
        this.approvals = approvals;
        this.expiry = expiry;
        this.people = people;
        this.url = url;
    }

    /** As it stands now. */
    ApiRequest of(DeploymentRequest request) {
        String id = request.wish().requester();
        Person requester = people.find(id).orElseGet(() -> new Person(id, id, Optional.empty(), Set.of()));
        return ApiRequest.of(
                request,
                pages.of(request, requester),
                expiry.of(request, approvals.tally(request)),
                records.of(request.id()),
                url.about(request.id()));
    }

    /** As it stands now; no request is ever deleted. */
    ApiRequest of(RequestId id) {
        return of(requests.find(id).orElseThrow());
    }

    /** As it ended; empty while it is open. */
    Optional<ApiRequest> ifOver(RequestId id) {
        return requests.find(id).filter(request -> !request.isOpen()).map(this::of);
    }
}
