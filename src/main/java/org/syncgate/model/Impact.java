package org.syncgate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much harm a disruption of a service does, in fact or to reputation (SQR-056). */
public enum Impact {
    LOW,
    MEDIUM,
    HIGH;

    /** The word that configuration and decision tables use, for instance {@code medium}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<Impact> of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
