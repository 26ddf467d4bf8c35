package org.syncgate.window;

import java.time.Instant;

/**
 * What somebody decides who sets a freeze.
 *
 * @param from its first moment
 * @param to the first moment after it
 * @param scope what it covers
 * @param reason why, {@value #MIN_REASON} to {@value #MAX_REASON} characters
 */
public record FreezeTerms(Instant from, Instant to, FreezeScope scope, String reason) {

    public static final int MIN_REASON = 10;
    public static final int MAX_REASON = 2_000;

    public FreezeTerms {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A freeze ends after it begins, but not " + from + " to " + to);
        }
        if (!isReason(reason)) {
            throw new IllegalArgumentException("A freeze has a reason of permitted length");
        }
    }

    /** Whether a text is long enough to be a reason, and not too long; an emoji counts as one character. */
    public static boolean isReason(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= MIN_REASON && length <= MAX_REASON;
    }
}
