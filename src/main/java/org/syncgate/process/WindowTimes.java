package org.syncgate.process;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.syncgate.window.MaintenanceWindow;

/**
 * How long things in a maintenance window may take.
 *
 * @param timeToSync a request joins a window only if its notice has elapsed this long before the window's end
 * @param tries a request expires some time after so many windows that it could have been synced in
 * @param reminder how often the window's channels are reminded of a confirmation or a coordinator that is missing
 * @param startReminder how late work start may be before they are
 * @param lookAgain how often a window under way is looked at where no event came
 * @param endingSoon this long before its end the coordinator is reminded
 * @param closeAfter a window whose work end nobody marked is closed this long after its end
 */
@ConfigurationProperties("syncgate.window")
record WindowTimes(
        @DefaultValue("15m") Duration timeToSync,
        @DefaultValue("3") int tries,
        @DefaultValue("12h") Duration reminder,
        @DefaultValue("10m") Duration startReminder,
        @DefaultValue("1m") Duration lookAgain,
        @DefaultValue("15m") Duration endingSoon,
        @DefaultValue("2h") Duration closeAfter) {

    private static final String PREFIX = "syncgate.window.";

    WindowTimes {
        Positive.require(PREFIX + "time-to-sync", timeToSync);
        Positive.require(PREFIX + "reminder", reminder);
        Positive.require(PREFIX + "start-reminder", startReminder);
        Positive.require(PREFIX + "look-again", lookAgain);
        Positive.require(PREFIX + "ending-soon", endingSoon);
        Positive.require(PREFIX + "close-after", closeAfter);
        if (tries < 1) {
            throw new IllegalArgumentException(PREFIX + "tries has to be at least 1, but is " + tries);
        }
    }

    /** When a window is closed whose end nobody marks. */
    Instant closesAt(MaintenanceWindow window) {
        return window.endsAt().plus(closeAfter);
    }

    /** Whether a request that may be synced from this moment on can still be in a window. */
    boolean leavesTime(Instant windowEnd, Instant ready) {
        return !windowEnd.isBefore(ready.plus(timeToSync));
    }
}
