package org.syncgate.request;

import java.time.Instant;

/**
 * One party's word that it stands behind a time that another one proposed.
 *
 * @param agreement which of the request's agreements it is for
 * @param proposal the number of the proposal
 * @param party {@link AgreedTime#REQUESTER}, or the group that the person speaks for and was in at that time
 * @param who the person's id
 * @param comment may be empty
 * @param at when it was given
 */
public record Acceptance(int agreement, int proposal, String party, String who, String comment, Instant at) {

    public Acceptance {
        if (party.isBlank() || who.isBlank()) {
            throw new IllegalArgumentException("Somebody accepts a time for a party");
        }
    }
}
