package org.syncgate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The points of the axis of formality (SQR-056), in rising order: the first "maximizing developer agency", the last
 * "organisational control".
 */
public enum Formality {
    CONTINUOUS_DEPLOYMENT("continuous deployment"),
    TEAM_CONSENSUS("team consensus"),
    RELEASE_MANAGER("release manager"),
    CHANGE_BOARD("change control board");

    private final String words;

    Formality(String words) {
        this.words = words;
    }

    /** The value in decision tables, for instance {@code team-consensus}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A few words for people. */
    public String words() {
        return words;
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<Formality> of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
