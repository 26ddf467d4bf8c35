package org.syncgate.record;

import java.util.List;
import org.syncgate.model.Subject;

/** The append-only record. */
public interface Records {

    /** Keeps an entry, in the caller's transaction. */
    void append(Entry entry);

    /** All that was kept of one request, window, freeze or bypass, in the order in which it happened; empty for an unknown one. */
    List<Entry> of(Subject subject);
}
