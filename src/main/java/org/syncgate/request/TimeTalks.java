package org.syncgate.request;

import org.syncgate.model.RequestId;

/** What people say of the time for a sync, which nothing rewrites; with another agreement it no longer counts (S2). */
public interface TimeTalks {

    /**
     * Keeps a proposal, in the caller's transaction.
     *
     * @throws org.springframework.dao.DataAccessException if its number is taken, or the person speaks for another party
     *     than their own (S4)
     */
    void propose(RequestId request, TimeProposal proposal);

    /**
     * Keeps an acceptance, in the caller's transaction.
     *
     * @throws org.springframework.dao.DataAccessException if the party or the person has accepted that proposal already,
     *     there is no such proposal, or the person speaks for another party than their own (S4)
     */
    void accept(RequestId request, Acceptance acceptance);

    /** Keeps that an agreed time was missed, in the caller's transaction. */
    void miss(RequestId request, MissedTime missed);

    /** All that was said for one of a request's agreements. */
    TimeTalk of(RequestId request, int agreement);

    /** How far a request's present agreement has come to a time. */
    default AgreedTime agreedTime(DeploymentRequest request) {
        return AgreedTime.of(request, of(request.id(), request.agreementNumber()));
    }
}
