package org.syncgate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What users of the service will notice of a deployment, as its requester expects it. */
public enum Disruption {
    /** Nothing that a user would notice. */
    NONE,
    /** Transient unavailability. */
    EXPECTED,
    /** The service is down for longer: "extremely rare" in production (SQR-056). */
    EXTENDED;

    /** The word that forms and decision tables use, for instance {@code none}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<Disruption> of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
