package org.syncgate.web;

import org.syncgate.access.People;
import org.syncgate.model.Revisions;
import org.syncgate.record.Entry;

/** One line of a request's record as a page shows it. */
record EntryView(String at, String what, String who, String why, String revisions) {

    static EntryView of(Entry entry, People people) {
        return new EntryView(
                Words.exactTime(entry.at()),
                entry.kind().words(),
                entry.who().equals(Entry.SYNCGATE) ? "Syncgate" : people.nameOf(entry.who()),
                entry.why(),
                Revisions.brief(entry.revisions()));
    }
}
