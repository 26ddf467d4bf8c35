package org.syncgate.process;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * What somebody entered is refused, and nothing of it is kept. The engine answers the client 400 with the message, and
 * Tasklist shows it.
 */
class Refused extends FormFieldValidationException {

    /** The message is a sentence that the person can act on. */
    Refused(String message) {
        super(message, message);
    }
}
