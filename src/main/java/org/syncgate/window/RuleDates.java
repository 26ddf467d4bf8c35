package org.syncgate.window;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The library's dates as those of java.time. */
final class RuleDates implements Iterator<LocalDate> {

    private final RecurrenceRuleIterator iterator;
    private boolean ended;

    RuleDates(RecurrenceRuleIterator iterator) {
        this.iterator = iterator;
    }

    @Override
    public boolean hasNext() {
        return !ended && iterator.hasNext();
    }

    @Override
    public LocalDate next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        DateTime next = iterator.peekDateTime();
        try {
            iterator.skip(1);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // it looks for the one after, and gives up where that is some thousand turns away
            ended = true;
        }
        return LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
    }
}
