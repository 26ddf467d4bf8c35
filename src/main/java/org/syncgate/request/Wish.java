package org.syncgate.request;

import org.syncgate.model.Change;
import org.syncgate.model.Disruption;

/**
 * What its requester said.
 *
 * @param requester the id of the person who asked, as the engine authenticated them
 * @param disruption what users will notice
 * @param change the nature of the change
 * @param reason why, {@value #MIN_REASON} to {@value #MAX_REASON} characters
 * @param ticket where the work is tracked, at most {@value #MAX_TICKET} characters; may be empty
 */
public record Wish(String requester, Disruption disruption, Change change, String reason, String ticket) {

    public static final int MIN_REASON = 10;
    public static final int MAX_REASON = 2_000;
    public static final int MAX_TICKET = 200;

    public Wish {
        int length = length(reason);
        if (requester.isBlank() || length < MIN_REASON || length > MAX_REASON || length(ticket) > MAX_TICKET) {
            throw new IllegalArgumentException("A wish has a requester, and a reason and ticket of permitted length");
        }
    }

    /** How many characters a text has, as the limits and the database count them: an emoji is one, not two. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
