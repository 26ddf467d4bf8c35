package org.syncgate.bypass;

import java.util.Arrays;
import java.util.Locale;

/** In which way something went past the gate. */
public enum What {
    /** Argo CD was asked to sync, or has synced, without a grant. */
    SYNC("Sync without a grant"),
    /** Argo CD syncs an Application by itself. */
    AUTO_SYNC("Auto-sync on"),
    /** What is agreed on was changed while its request was open. */
    SOURCE("Changed under a request");

    private final String words;

    What(String words) {
        this.words = words;
    }

    /** A few words for people. */
    public String words() {
        return words;
    }

    /** As it is stored, for instance {@code auto-sync}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static What of(String text) {
        return Arrays.stream(values())
                .filter(what -> what.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A bypass of an unknown kind: " + text));
    }
}
