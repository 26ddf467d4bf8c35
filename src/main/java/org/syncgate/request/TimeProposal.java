package org.syncgate.request;

import java.time.Instant;

/**
 * A time at which one party would have a request synced. Who proposes it stands behind it.
 *
 * @param agreement which of the request's agreements it is for
 * @param number which of that agreement's proposals, from 1
 * @param party {@link AgreedTime#REQUESTER}, or the group that the person speaks for
 * @param who the person's id
 * @param time when the sync would begin
 * @param comment may be empty
 * @param at when it was proposed
 */
public record TimeProposal(
        int agreement, int number, String party, String who, Instant time, String comment, Instant at) {

    public TimeProposal {
        if (number < 1 || party.isBlank() || who.isBlank()) {
            throw new IllegalArgumentException("Proposals count from 1, and somebody makes them for a party");
        }
    }
}
