package org.syncgate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a service's users would rather have what is new or what is proven (SQR-056). */
public enum Userbase {
    FEATURE_SEEKING,
    RISK_AVERSE;

    /** The word that configuration and decision tables use, for instance {@code risk-averse}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<Userbase> of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
