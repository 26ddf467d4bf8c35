package org.syncgate.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.model.RequestId;
import org.syncgate.process.PublicUrl;
import org.syncgate.record.Records;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** Gathers what machines are told of one request. */
@Component
class ApiRequests {

    private final Requests requests;
    private final ApiWaits waits;
    private final Records records;
    private final PublicUrl url;

    ApiRequests(Requests requests, ApiWaits waits, Records records, PublicUrl url) {
        this.requests = requests;
        this.waits = waits;
        this.records = records;
        this.url = url;
    }

    /** As it stands now. */
    ApiRequest of(DeploymentRequest request) {
        return ApiRequest.of(request, waits.of(request), records.of(request.id()), url.about(request.id()));
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
