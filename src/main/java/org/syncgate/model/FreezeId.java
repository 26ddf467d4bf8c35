package org.syncgate.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A freeze's id: {@code f-} and a number, counted by the database.
 *
 * @param text for instance {@code f-12}
 */
public record FreezeId(String text) implements Subject {

    private static final Pattern FORM = Pattern.compile("f-[1-9]\\d{0,17}");

    public FreezeId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a freeze's id: '" + text + "'");
        }
    }

    /** The freeze that the database counted so. */
    public static FreezeId of(long number) {
        return new FreezeId("f-" + number);
    }

    /** Reads an id; empty where the text is none. */
    public static Optional<FreezeId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new FreezeId(text)) : Optional.empty();
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
