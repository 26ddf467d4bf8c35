package org.syncgate.web;

import java.util.Map;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;
import org.syncgate.record.Entry;

/** One line of a request's record as a page shows it. */
record EntryView(String at, String what, String who, String why, String revisions) {

    static EntryView of(Entry entry, Map<String, String> names) {
        return new EntryView(
                Moments.exactTime(entry.at()),
                entry.kind().words(),
                entry.who().equals(Entry.SYNCGATE) ? "Syncgate" : names.getOrDefault(entry.who(), entry.who()),
                entry.why(),
                Revisions.brief(entry.revisions()));
    }
}
