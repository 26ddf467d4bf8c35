package org.syncgate.notice;

import java.util.Arrays;
import java.util.Locale;

/** What a notice says. */
public enum NoticeKind {
    /** What is going to be deployed; its delivery starts the notice clock (S3). */
    ANNOUNCEMENT("Announcement"),
    /** Somebody has still to act. */
    REMINDER("Reminder"),
    APPROVAL("Approval"),
    REJECTION("Rejection"),
    TIME_PROPOSED("Time proposed"),
    /** The sync is agreed for another time than was announced. */
    TIME_AGREED("Time agreed"),
    TIME_MISSED("Agreed time missed"),
    WITHDRAWAL("Withdrawal"),
    /** What was agreed no longer stands (S2). */
    VOIDING("Agreement void"),
    START("Sync begins"),
    SUCCESS("Deployed"),
    FAILURE("Sync failed"),
    EXPIRY("Expired"),
    GIVING_UP("Given up"),
    /** The gate refused for good. */
    REFUSAL("Refused"),
    /** Somebody has deployed the very target meanwhile, past the gate. */
    DEPLOYED_OUTSIDE("Deployed outside the gate"),
    /** Nothing is granted for a while. */
    FREEZE("Freeze"),
    FREEZE_LIFTED("Freeze lifted"),
    /** One request may pass a freeze. */
    FREEZE_OVERRIDDEN("Freeze overridden"),
    /** A request could not be synced in its maintenance window, and is in another now. */
    ROLLED_OVER("Rolled over to another window"),
    /** A request's place in its window: held back, released or moved to the next. */
    PLACE("In its window"),
    /** What is going to be worked on in a window. */
    WINDOW_AHEAD("Maintenance window ahead"),
    WINDOW_MOVED("Maintenance window moved"),
    WINDOW_SKIPPED("Maintenance window skipped"),
    /** Who coordinates a window. */
    COORDINATION("Coordination"),
    WINDOW_REMINDER("Reminder of a maintenance window"),
    WORK_START("Work start"),
    WINDOW_EXTENSION("Maintenance window extended"),
    COORDINATORS_WORD("Word of the coordinator"),
    WORK_END("Work end"),
    /** Syncgate itself closed a window that nobody ended, or started. */
    WINDOW_CLOSING("Maintenance window closed"),
    /** Something went past the gate. */
    BYPASS("Past the gate"),
    BYPASS_EXPLAINED("Explanation of what went past the gate"),
    BYPASS_UNEXPLAINED("Nobody explained what went past the gate");

    private final String words;

    NoticeKind(String words) {
        this.words = words;
    }

    /** A few words for people. */
    public String words() {
        return words;
    }

    /** As it is stored, and as its template is named, for instance {@code giving-up}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says of a request what is going to happen, so that it is of no account once that no longer holds. */
    public boolean foretells() {
        return switch (this) {
            case ANNOUNCEMENT, REMINDER, TIME_PROPOSED, TIME_AGREED -> true;
            default -> false;
        };
    }

    /**
     * Whether it must not be hidden in a thread: the announcement of another revision starts a clock, as another time does,
     * and freezes, windows and bypasses concern people who have not read what was written of them before.
     */
    boolean isForTheWholeChannel() {
        return switch (this) {
            case ANNOUNCEMENT,
                    TIME_AGREED,
                    TIME_MISSED,
                    FREEZE,
                    FREEZE_LIFTED,
                    FREEZE_OVERRIDDEN,
                    WINDOW_AHEAD,
                    WINDOW_MOVED,
                    WINDOW_SKIPPED,
                    WORK_START,
                    WINDOW_EXTENSION,
                    COORDINATORS_WORD,
                    WORK_END,
                    WINDOW_CLOSING,
                    BYPASS -> true;
            default -> false;
        };
    }

    static NoticeKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A notice is of an unknown kind: " + text));
    }
}
