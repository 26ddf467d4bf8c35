package org.syncgate.process;

import java.util.Optional;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.WindowCalendar;

/**
 * A window as lists name it.
 *
 * @param window as it stands, or as its calendar plans it
 * @param opened whether anything is kept of it already; before that there is nothing more to show
 * @param calendar by which it is planned; empty where that is not configured any more
 * @param coordinator their name; empty as long as nobody has taken it
 * @param requests how many have a place in it
 */
public record WindowLine(
        MaintenanceWindow window,
        boolean opened,
        Optional<WindowCalendar> calendar,
        Optional<String> coordinator,
        int requests) {}
