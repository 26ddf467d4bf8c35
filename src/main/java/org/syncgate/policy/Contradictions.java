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
                path.needsApproval() && practice.approvals().isEmpty(),
                "approvals: the path " + path.text() + " needs somebody who approves, like release-managers:1");
        refuseIf(
                path == Path.COURTESY_NOTICE && !practice.approvals().isEmpty(),
                "approvals: on the path courtesy-notice nobody would be asked; leave it empty, or take the path"
                        + " team-consensus or release-manager-approval");
        refuseIf(
                practice.window() && (path == Path.COURTESY_NOTICE || path.needsApproval()),
                "window: the path " + path.text() + " waits for no window; write false, or take the path"
                        + " maintenance-window");
        refuseIf(
                !practice.coordinateWith().isEmpty()
                        && (path == Path.COURTESY_NOTICE || path == Path.MAINTENANCE_WINDOW || path.needsApproval()),
                "coordinateWith: on the path " + path.text()
                        + " no time is agreed with anybody; leave it empty, or take" + " the path out-of-hours");
        refuseIf(
                path == Path.COURTESY_NOTICE && practice.channels().isEmpty(),
                "channels: the path courtesy-notice needs a channel to tell");
        refuseIf(
                path == Path.OUT_OF_HOURS && !practice.approvals().isEmpty(),
                "approvals: on the path out-of-hours nobody would be asked to approve; leave it empty, and name in"
                        + " coordinateWith who agrees on the time");
        refuseIf(
                path == Path.OUT_OF_HOURS && practice.window(),
                "window: the path out-of-hours waits for no window; write false");
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
