package org.syncgate.model;

import java.util.Optional;
import java.util.stream.Stream;

/** What a notice, or an entry of the record, is about. */
public sealed interface Subject permits RequestId, WindowId, FreezeId, BypassId {

    /** Its id, by which it is kept and which tells one kind of subject from another. */
    String text();

    /** Reads {@link #text}; empty where it is none. */
    static Optional<Subject> parse(String text) {
        return Stream.of(RequestId.parse(text), WindowId.parse(text), FreezeId.parse(text), BypassId.parse(text))
                .flatMap(Optional::stream)
                .map(Subject.class::cast)
                .findFirst();
    }
}
