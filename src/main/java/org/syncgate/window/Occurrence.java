package org.syncgate.window;

import java.time.Instant;
import java.time.LocalDate;
import org.syncgate.model.WindowId;

/**
 * One maintenance window as its calendar plans it, wherever it may be moved to later.
 *
 * @param calendar the calendar's name
 * @param planned the date on which it starts, in the calendar's zone; with the calendar it is the window's key
 * @param start the first moment of it
 * @param end the first moment after it
 */
public record Occurrence(String calendar, LocalDate planned, Instant start, Instant end) {

    public Occurrence {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "A window ends after its start, but " + calendar + "/" + planned + " does not");
        }
    }

    /** What the window is called everywhere, for instance {@code weekly/2026-12-03}. */
    public WindowId id() {
        return new WindowId(calendar, planned);
    }
}
