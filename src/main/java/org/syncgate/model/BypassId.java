package org.syncgate.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of something that went past the gate: {@code b-} and a number, counted by the database.
 *
 * @param text for instance {@code b-12}
 */
public record BypassId(String text) implements Subject {

    private static final Pattern FORM = Pattern.compile("b-[1-9]\\d{0,17}");

    public BypassId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a bypass's id: '" + text + "'");
        }
    }

    /** The bypass that the database counted so. */
    public static BypassId of(long number) {
        return new BypassId("b-" + number);
    }

    /** Reads an id; empty where the text is none. */
    public static Optional<BypassId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BypassId(text)) : Optional.empty();
    }

    /** What the database counted. */
    public long number() {
        return Long.parseLong(text.substring(2));
    }

    @Override
    public String toString() {
        return text;
    }
}
