package org.syncgate.model;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A deployment request's id: short enough to say on the phone, drawn at random so that a restored database cannot give
 * an id a second time that an Application in a cluster still bears.
 *
 * @param text {@code r-} and eight characters without look-alikes
 */
public record RequestId(String text) implements Subject {

    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final Pattern FORM = Pattern.compile("r-[" + ALPHABET + "]{8}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public RequestId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a request's id: '" + text + "'");
        }
    }

    /** Draws a new one out of some 8 × 10¹¹; the database refuses the unlikely second. */
    public static RequestId random() {
        StringBuilder text = new StringBuilder("r-");
        RANDOM.ints(8, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return new RequestId(text.toString());
    }

    /** Reads an id; empty where the text is none. */
    public static Optional<RequestId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RequestId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
