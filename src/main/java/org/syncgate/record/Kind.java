package org.syncgate.record;

import java.util.Arrays;
import java.util.Locale;

/** What an entry of the record says. */
public enum Kind {
    REQUEST_OPENED("Request opened"),
    ASKED_BY_MACHINE("Asked for by a machine"),
    NOTICE_DELIVERED("Notice delivered"),
    NOTICE_FAILED("Notice not delivered"),
    NOTICE_RETRY_DECIDED("Another try of the notice decided"),
    NOTICE_ABANDONED("Notice left undelivered"),
    CLOCK_STARTED("Notice clock started"),
    APPROVED("Approved"),
    REJECTED("Rejected"),
    APPROVAL_REMINDED("Reminder of the approval"),
    TIME_PROPOSED("Time proposed"),
    TIME_ACCEPTED("Time accepted"),
    TIME_AGREED("Time agreed"),
    TIME_MISSED("Agreed time missed"),
    TIME_REMINDED("Reminder of the time to agree on"),
    DECISION_REMINDED("Reminder of the decision"),
    WAIT_REMINDED("Reminder of the waiting request"),
    RETARGETED("Retargeted"),
    WITHDRAWN("Withdrawn"),
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
    STEP_RETRIED("Failed step tried again"),
    DEPLOYED("Deployed"),
    DEPLOYED_OUTSIDE("Deployed outside the gate"),
    GIVEN_UP("Given up"),
    EXPIRED("Expired"),
    VOIDED("Agreement void"),
    REFUSED("Refused"),
    FREEZE_SET("Freeze set"),
    FREEZE_LIFTED("Freeze lifted"),
    FREEZE_OVERRIDDEN("Freeze overridden"),
    WINDOW_JOINED("Joined a window"),
    WINDOW_LEFT("Left its window"),
    ROLLED_OVER("Rolled over to another window"),
    PLACE_HELD("Held back in its window"),
    PLACE_RELEASED("Released in its window"),
    WINDOW_OPENED("Window opened"),
    WINDOW_CONFIRMED("Window confirmed"),
    WINDOW_MOVED("Window moved"),
    WINDOW_SKIPPED("Window skipped"),
    WINDOW_ANNOUNCED("Window announced"),
    COORDINATION_TAKEN("Coordination taken"),
    WINDOW_REMINDED("Reminder of the window"),
    WORK_STARTED("Work start"),
    WINDOW_EXTENDED("Window extended"),
    WINDOW_SAID("Word of the coordinator"),
    WORK_NOTED("Other work noted"),
    WINDOW_END_PASSED("End of the window has come"),
    WORK_ENDED("Work end"),
    WINDOW_CLOSED("Window closed by Syncgate"),
    BYPASS_SEEN("Seen past the gate"),
    BYPASS_REMINDED("Reminder of the explanation"),
    BYPASS_EXPLAINED("Explained"),
    BYPASS_UNEXPLAINED("Left unexplained");

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
