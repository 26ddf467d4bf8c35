package org.syncgate.web;

import org.springframework.http.HttpStatus;

/** A machine's call is refused; the message is a sentence for whoever runs the machine. */
class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    ApiRefusal(HttpStatus status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
