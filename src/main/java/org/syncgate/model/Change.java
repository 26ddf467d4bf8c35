package org.syncgate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The nature of the change being made, one of the heuristics of the axis of formality (SQR-056). */
public enum Change {
    COSMETIC,
    MINOR,
    MAJOR;

    /** The word that forms and decision tables use, for instance {@code minor}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<Change> of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
