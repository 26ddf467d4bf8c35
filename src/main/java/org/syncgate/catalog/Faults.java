package org.syncgate.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.validation.Errors;
import org.syncgate.model.Channels;
import org.syncgate.model.Groups;

/** Collects what is wrong with the configuration, each fault under its property's name. */
final class Faults {

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Errors errors;
    private final Map<String, String> taken = new HashMap<>();

    Faults(Errors errors) {
        this.errors = errors;
    }

    /** @param property what follows {@code syncgate.}, for instance {@code clusters[2].tier} */
    void add(String property, String sentence) {
        errors.rejectValue(property, "invalid", sentence);
    }

    /** Refuses what another property has already; the key tells what must not be there twice. */
    void addIfTaken(String property, String key, String sentence) {
        String first = taken.putIfAbsent(key, property);
        if (first != null) {
            add(property, sentence + " syncgate." + first);
        }
    }

    /** Refuses what is not lower-case words with hyphens. */
    void addUnlessWord(String property, String text, String what) {
        if (!WORD.matcher(text).matches()) {
            add(property, text.isBlank() ? "is missing: " + what : "'" + text + "' is no name: " + what);
        }
    }

    /** Refuses each entry that is no group. */
    void addUnlessGroups(String property, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (!Groups.ALL.contains(texts.get(i))) {
                add(
                        property + "[" + i + "]",
                        "'" + texts.get(i) + "' is no group: write one of " + String.join(", ", Groups.ALL));
            }
        }
    }

    /** Refuses each entry that no message can be sent to. */
    void addUnlessChannels(String property, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (!Channels.isChannel(texts.get(i))) {
                add(
                        property + "[" + i + "]",
                        "'" + texts.get(i)
                                + "' is no channel; write it in quotes, like \"#rsp-team\", or a private one by its id, like"
                                + " C0123456789");
            }
        }
    }
}
