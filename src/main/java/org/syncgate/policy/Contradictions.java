package org.syncgate.policy;

import org.syncgate.model.Path;
import org.syncgate.model.Practice;

/** What a rule cannot say at once: its path would ask nobody, or promise something that its other columns do not. */
final class Contradictions {

    private Contradictions() {}

    /** @throws IllegalArgumentException with a sentence that says what to change */
    static void refuse(Practice practice) {
        Path path = practice.path();
        refuseIf(
                (path == Path.AT_WILL || path == Path.AUTOMATIC || path == Path.NOT_APPLICABLE)
                        && !practice.asksForNothing(),
                "path: " + path.text() + " asks for nothing, so minimumNotice has to be PT0S and the columns after it"
                        + " empty or false");
        refuseIf(
                path == Path.MAINTENANCE_WINDOW && !practice.window(),
                "window: the path maintenance-window needs true here");
        refuseIf(
                path == Path.RELEASE_MANAGER_APPROVAL && practice.approvals().isEmpty(),
                "approvals: the path release-manager-approval needs somebody who approves, like release-managers:1");
        refuseIf(
                path == Path.COURTESY_NOTICE && practice.channels().isEmpty(),
                "channels: the path courtesy-notice needs a channel to tell");
        refuseIf(
                path == Path.OUT_OF_HOURS && practice.coordinateWith().isEmpty(),
                "coordinateWith: the path out-of-hours needs somebody to agree the time with, like forum-team");
    }

    private static void refuseIf(boolean contradiction, String sentence) {
        if (contradiction) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
