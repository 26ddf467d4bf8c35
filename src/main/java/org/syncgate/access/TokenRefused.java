package org.syncgate.access;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** A machine's token does not let it in. The message is a sentence for whoever runs the machine. */
class TokenRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private TokenRefused(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** The token is worth nothing, or no more or not yet. */
    static TokenRefused worthless(String sentence) {
        return new TokenRefused(HttpStatus.UNAUTHORIZED, sentence);
    }

    /** The token is good, but it is nobody's whom Syncgate knows. */
    static TokenRefused stranger(String sentence) {
        return new TokenRefused(HttpStatus.FORBIDDEN, sentence);
    }

    /** Nobody can tell at the moment whether the token is good (S7). */
    static TokenRefused unknown(String sentence) {
        return new TokenRefused(HttpStatus.SERVICE_UNAVAILABLE, sentence);
    }

    HttpStatus status() {
        return status;
    }
}
