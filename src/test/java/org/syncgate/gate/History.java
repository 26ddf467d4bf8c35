package org.syncgate.gate;

import java.util.List;
import java.util.stream.Collectors;
import org.syncgate.model.Practice;

/** What the practice asks for, and what happened after ada had opened a request under it. */
record History(Practice practice, List<Event> events) {

    @Override
    public String toString() {
        return "path " + practice.path().text() + ", notice " + practice.minimumNotice() + " on " + practice.channels()
                + ", approvals " + practice.approvals() + ", window " + practice.window() + ", co-ordination "
                + practice.coordinateWith()
                + events.stream().map(event -> "\n  " + event).collect(Collectors.joining());
    }
}
