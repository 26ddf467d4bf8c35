package org.syncgate.process;

/** The application has an open request already (S5); the message names it. */
class SecondRequest extends Refused {

    SecondRequest(String message) {
        super(message);
    }
}
