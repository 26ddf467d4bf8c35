package org.syncgate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a service has come: with its users, the first of SQR-056's factors. */
public enum Maturity {
    EXPERIMENTAL,
    DEVELOPING,
    MATURE;

    /** The word that configuration and decision tables use, for instance {@code developing}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<Maturity> of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
