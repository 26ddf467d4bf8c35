package org.syncgate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a cluster is for, in increasing formality (SQR-056, "Process"). */
public enum Tier {
    /** Left uncontrolled: continuously deployed, or floating versions. */
    BLEED,
    /** Primarily for developer testing; it may not be always available. */
    DEV,
    /** Where developers of different teams converge before production, elsewhere called staging. */
    INT,
    /** User-facing. */
    PROD;

    /** The word that configuration, decision tables and people use, for instance {@code prod}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether such a cluster is expected to answer at all times: the practice says of the lower tiers that they "may
     * not be always available".
     */
    public boolean alwaysAvailable() {
        return this == INT || this == PROD;
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<Tier> of(String text) {
        return Arrays.stream(values()).filter(tier -> tier.text().equals(text)).findFirst();
    }
}
