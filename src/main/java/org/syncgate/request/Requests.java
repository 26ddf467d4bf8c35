package org.syncgate.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;
import org.syncgate.record.Kind;

/** All requests, with the record kept in step: what changes where a request stands says so in the record (S8). */
public interface Requests {

    /**
     * Keeps a new request, unless its application has an open one (S5).
     *
     * @return the open request that stands in the way; empty where the new one was kept
     */
    Optional<DeploymentRequest> open(DeploymentRequest request);

    /** Keeps where a request stands now, and records it. */
    void save(DeploymentRequest request, Kind kind, String who, String why);

    /** Keeps where a request stands now, where there is nothing to record. */
    void save(DeploymentRequest request);

    /** Reads one request and locks its row until the transaction ends. */
    Optional<DeploymentRequest> lock(RequestId id);

    /** Reads one request. */
    Optional<DeploymentRequest> find(RequestId id);

    /** Reads several requests at once, in no particular order; an unknown one is left out. */
    List<DeploymentRequest> all(Collection<RequestId> ids);

    /** The application's open request; empty where there is none. */
    Optional<DeploymentRequest> openFor(ApplicationId application);

    /** All open requests, the oldest first. */
    List<DeploymentRequest> open();

    /** The requests that ended last, the latest first. */
    List<DeploymentRequest> ended(int atMost);
}
