package org.syncgate.notice;

import java.time.Duration;

/** What became of a post. */
public sealed interface Delivery {

    /**
     * The channel's system took it.
     *
     * @param messageId its own id of the message
     */
    record Delivered(String messageId) implements Delivery {

        public Delivered {
            if (messageId.isBlank()) {
                throw new IllegalArgumentException("What was delivered has a message's id");
            }
        }
    }

    /**
     * It was refused, or no answer came. In the second case nobody knows whether it arrived.
     *
     * @param why a sentence for people, with what to do where that is known
     */
    record Refused(String why) implements Delivery {}

    /**
     * It was not taken, because there were too many.
     *
     * @param retryAfter how long to wait; longer than nothing
     */
    record RateLimited(Duration retryAfter) implements Delivery {

        public RateLimited {
            if (retryAfter.isNegative() || retryAfter.isZero()) {
                throw new IllegalArgumentException("A wait has to be longer than nothing, but is " + retryAfter);
            }
        }
    }
}
