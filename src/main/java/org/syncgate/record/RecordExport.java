package org.syncgate.record;

import java.util.function.Consumer;
import org.syncgate.model.Subject;

/**
 * Reads the record out, one entry after another in the order of their numbers, however many there are and however long the
 * reader takes for each: meanwhile nothing of the database is held.
 *
 * <p>All that was kept before the reading began is read, and nothing with a higher number than that. An entry has its number before
 * its transaction commits, so one with a lower number may be kept after another with a higher one: it is read if it is kept before
 * the reading comes by, and missed otherwise. So a period is read whole once it is over and the transactions that
 * began in it have ended, and going on from the highest number read before would miss entries.
 */
public interface RecordExport {

    /** All that was kept of one request, window, freeze or bypass. */
    void of(Subject subject, Consumer<RecordLine> reader);

    /** All that was kept in a period. */
    void in(Period period, Consumer<RecordLine> reader);
}
