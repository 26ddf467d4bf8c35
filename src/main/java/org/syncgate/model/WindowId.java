package org.syncgate.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One occurrence of a calendar. It stays the planned date's, even when the window is moved to another.
 *
 * @param calendar the calendar's name: lower-case words with hyphens
 * @param planned the date on which the calendar has it begin, in the calendar's zone
 */
public record WindowId(String calendar, LocalDate planned) implements Subject {

    private static final Pattern CALENDAR = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    public WindowId {
        if (!CALENDAR.matcher(calendar).matches()) {
            throw new IllegalArgumentException("Not a calendar's name: '" + calendar + "'");
        }
    }

    /** Reads {@link #text}; empty where it is none. */
    public static Optional<WindowId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0
                || !CALENDAR.matcher(text.substring(0, slash)).matches()
                || !DATE.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WindowId(text.substring(0, slash), LocalDate.parse(text.substring(slash + 1))));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Calendar and planned date, for instance {@code telescope/2026-12-02}. */
    @Override
    public String text() {
        return calendar + "/" + planned;
    }

    @Override
    public String toString() {
        return text();
    }
}
