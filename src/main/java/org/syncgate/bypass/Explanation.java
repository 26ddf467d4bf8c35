package org.syncgate.bypass;

import java.time.Instant;

/**
 * Why something went past the gate, in somebody's words.
 *
 * @param text in 10 to 2,000 characters
 * @param who explained it
 * @param at when
 */
public record Explanation(String text, String who, Instant at) {

    /** As few characters as say anything. */
    public static final int SHORTEST = 10;

    /** As many characters as are kept. */
    public static final int LONGEST = 2_000;
}
