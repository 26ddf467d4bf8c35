package org.syncgate.process;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What people entered, which may be of any type when it comes from another client than Tasklist. */
final class Fields {

    private Fields() {}

    /** The field's text without surrounding white space; empty where it is missing. */
    static String text(VariableScope scope, String field) {
        Object value = scope.getVariable(field);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            if (text.codePoints().anyMatch(Fields::isHidden)
                    || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new Refused("The field '" + field + "' has characters that cannot be stored. Write it anew.");
            }
            return text.strip();
        }
        throw new Refused("The field '" + field + "' has to be a text.");
    }

    /** Control characters, and those that make a text read otherwise than it is written. */
    private static boolean isHidden(int character) {
        return Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    /** Refuses whatever else was posted, by name. */
    static void refuseAllBut(VariableScope scope, Set<String> known) {
        Set<String> unknown = new TreeSet<>(scope.getVariableNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new Refused("The form has no field " + String.join(", ", unknown) + ".");
        }
    }
}
