package org.syncgate.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a request ended. */
public enum Outcome {
    /** What was agreed is synced and healthy. */
    DEPLOYED("Deployed"),
    /** Somebody gave up after a failed sync. */
    GIVEN_UP("Given up"),
    /** Nobody acted, or the gate stayed shut, for too long. */
    EXPIRED("Expired"),
    /** What was agreed no longer stood (S2). */
    VOIDED("Agreement void"),
    /** The gate refused for good. */
    REFUSED("Refused");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** A few words for people. */
    public String words() {
        return words;
    }

    /** As it is stored and as gateways read it, for instance {@code given-up}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #text}; empty for anything else. */
    static Optional<Outcome> of(String text) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.text().equals(text))
                .findFirst();
    }
}
