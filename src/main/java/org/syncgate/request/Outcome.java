package org.syncgate.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a request ended. */
public enum Outcome {
    /** What was agreed is synced and healthy. */
    DEPLOYED("Deployed"),
    /** Somebody else has brought the application to what was agreed, without asking here. */
    DEPLOYED_OUTSIDE("Deployed outside the gate"),
    /** Somebody gave up, after a failed sync or because a notice could not be delivered. */
    GIVEN_UP("Given up"),
    /** Nobody acted, or the gate stayed shut, for too long. */
    EXPIRED("Expired"),
    /** Somebody who was asked to approve it said no. */
    REJECTED("Rejected"),
    /** Its requester, or an administrator, took it back. */
    WITHDRAWN("Withdrawn"),
    /** What was agreed no longer stood (S2), and nobody agreed to anything else in time. */
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
