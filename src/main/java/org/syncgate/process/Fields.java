package org.syncgate.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.syncgate.request.Wish;

/** What people entered, which may be of any type when it comes from another client than Tasklist. */
final class Fields {

    private Fields() {}

    /** The field's text without surrounding white space; empty where it is missing, or where nothing of it can be seen. */
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
            return text.codePoints().allMatch(Fields::isUnseen) ? "" : text.strip();
        }
        throw new Refused("The field '" + field + "' has to be a text.");
    }

    /** The field {@link Vars#REASON}, which is never longer than a request's reason. */
    static String reason(VariableScope scope) {
        return atMost(Wish.MAX_REASON, Vars.REASON, text(scope, Vars.REASON));
    }

    /** The reason, unless it is too short to be one: said in answer to "why …". */
    static String why(String reason, String what) {
        if (Wish.length(reason) < Wish.MIN_REASON) {
            throw new Refused("Say in at least " + Wish.MIN_REASON + " characters why " + what + ".");
        }
        return reason;
    }

    /** The text, unless it has more characters than that. */
    static String atMost(int longest, String field, String text) {
        if (Wish.length(text) > longest) {
            throw new Refused("The field '" + field + "' has at most " + longest + " characters.");
        }
        return text;
    }

    /** Takes away what was entered in an earlier task, lest it be taken for what is entered next. */
    static void forget(VariableScope scope, String... fields) {
        scope.removeVariables(List.of(fields));
    }

    /** Control characters, and those that make a text read otherwise than it is written. */
    private static boolean isHidden(int character) {
        return Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    /** White space of any kind, and what only joins or directs other characters. */
    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
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
