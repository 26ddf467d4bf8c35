package org.syncgate.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.validation.Errors;

/** Collects what is wrong with the configuration, each fault under its property's name. */
final class Faults {

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Errors errors;
    private final Map<String, String> taken = new HashMap<>();

    Faults(Errors errors) {
        this.errors = errors;
    }

    /** @param property what follows {@code syncgate.}, for instance {@code calendars[1].zone} */
    void add(String property, String sentence) {
        errors.rejectValue(property, "invalid", sentence);
    }

    /** Refuses a name that is not lower-case words with hyphens, or that another property has already. */
    void addUnlessOwnName(String property, String name, String what) {
        if (!WORD.matcher(name).matches()) {
            add(property, name.isBlank() ? "is missing: " + what : "'" + name + "' is no name: " + what);
            return;
        }
        addIfTaken(property, name, "'" + name + "' is already the name of");
    }

    /** Refuses what another property has already. */
    void addIfTaken(String property, String text, String sentence) {
        String first = taken.putIfAbsent(text, property);
        if (first != null) {
            add(property, sentence + " syncgate." + first);
        }
    }

    void addUnlessZone(String property, String text) {
        addIfEmpty(property, text, Written.zone(text), "zone", "write one like America/Santiago");
    }

    void addUnlessTime(String property, String text) {
        addIfEmpty(property, text, Written.time(text), "time", "write hours and minutes in quotes, like \"15:00\"");
    }

    void addUnlessDate(String property, String text) {
        addIfEmpty(property, text, Written.date(text), "date", "write it like 2026-12-24");
    }

    void addUnlessDates(String property, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            addUnlessDate(property + "[" + i + "]", texts.get(i));
        }
    }

    /** Refuses an empty value that stands for a text which cannot be read. */
    void addIfEmpty(String property, String text, Optional<?> read, String what, String instead) {
        if (read.isEmpty()) {
            add(property, text.isBlank() ? "is missing: " + instead : "'" + text + "' is no " + what + ": " + instead);
        }
    }
}
