package org.syncgate.web;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** A call is refused; the message is a sentence for whoever made it, or runs the machine that did. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Optional<Duration> retryAfter;

    Refusal(HttpStatus status, String sentence) {
        this(status, sentence, Optional.empty());
    }

    /** @param retryAfter in what time the same call may be taken, in whole seconds */
    Refusal(HttpStatus status, String sentence, Duration retryAfter) {
        this(status, sentence, Optional.of(retryAfter));
    }

    private Refusal(HttpStatus status, String sentence, Optional<Duration> retryAfter) {
        super(sentence, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    HttpStatus status() {
        return status;
    }

    /** In what time to try again; empty where that alone would not help. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
