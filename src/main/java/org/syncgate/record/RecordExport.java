package org.syncgate.record;

import java.util.function.Consumer;
import org.syncgate.model.Subject;

/** Reads the record out, one entry after another in the order of their numbers, however many there are. */
public interface RecordExport {

    /** All that was kept of one request, window or freeze. */
    void of(Subject subject, Consumer<RecordLine> reader);

    /** All that was kept in a period. */
    void in(Period period, Consumer<RecordLine> reader);
}
