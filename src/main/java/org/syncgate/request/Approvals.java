package org.syncgate.request;

import java.util.List;
import org.syncgate.model.RequestId;

/** The okays that were given, which nothing rewrites; with another agreement they no longer count (S2, S4). */
public interface Approvals {

    /**
     * Keeps an okay, in the caller's transaction.
     *
     * @throws org.springframework.dao.DataAccessException if it is the requester's own, or the approver's second
     */
    void give(RequestId request, Approval approval);

    /** All okays for one of a request's agreements, the first first. */
    List<Approval> of(RequestId request, int agreement);

    /** How far the quorum of a request's present agreement stands. */
    default Tally tally(DeploymentRequest request) {
        return Tally.of(request, of(request.id(), request.agreementNumber()));
    }
}
