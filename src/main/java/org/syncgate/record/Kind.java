package org.syncgate.record;

import java.util.Arrays;
import java.util.Locale;

/** What an entry of the record says. */
public enum Kind {
    REQUEST_OPENED("Request opened"),
    GATE_WAITS("The gate waits"),
    SYNC_GRANTED("Sync granted"),
    SYNC_ASKED("Sync asked of Argo CD"),
    GRANT_LAPSED("Grant lapsed"),
    SYNC_STARTED("Argo CD began"),
    SYNC_SUCCEEDED("Argo CD synced"),
    SYNC_FAILED("Sync failed"),
    FAILURE_REMINDED("Reminder"),
    RETRY_DECIDED("Retry decided"),
    WAIT_DECIDED("Waiting longer decided"),
    DEPLOYED("Deployed"),
    GIVEN_UP("Given up"),
    EXPIRED("Expired"),
    VOIDED("Agreement void"),
    REFUSED("Refused");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** A few words for people. */
    public String words() {
        return words;
    }

    /** As it is stored, for instance {@code request-opened}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The record holds an unknown kind: " + text));
    }
}
