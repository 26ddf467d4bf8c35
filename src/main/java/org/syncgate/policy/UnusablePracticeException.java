package org.syncgate.policy;

import java.util.List;

/** The edition or its heuristics cannot be trusted with any answer, so Syncgate does not start with them (S7). */
final class UnusablePracticeException extends RuntimeException {

    private final String property;

    UnusablePracticeException(Source source, List<String> faults) {
        super(source.property() + " names " + source.location().getDescription() + ", which cannot be used as "
                + source.purpose() + ":\n- " + String.join("\n- ", faults));
        property = source.property();
    }

    /** The property that names the file. */
    String property() {
        return property;
    }
}
