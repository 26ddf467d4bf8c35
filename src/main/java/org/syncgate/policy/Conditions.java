package org.syncgate.policy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.InputEntry;

/** What can be read off a table's conditions without evaluating them. */
final class Conditions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern LITERAL = Pattern.compile("(?:\\bnot\\b|\"[^\"\\\\]*\"|[\\s\\d.,<>=()\\[\\]-])*+");
    private static final Pattern LIST =
            Pattern.compile("\\s*(not\\s*\\()?\\s*\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*\\s*\\)?\\s*");

    private Conditions() {}

    /** The condition as it is written; empty text where anything will do. */
    static String text(InputEntry entry) {
        return entry.getText() == null ? "" : entry.getText().getTextContent();
    }

    /** Whether an input's expression is a name alone. */
    static boolean isName(String expression) {
        return NAME.matcher(expression).matches();
    }

    /** Whether it names words in quotes, one of which has to be met, or none of which may be; and computes nothing. */
    static boolean isList(String condition) {
        return LIST.matcher(condition).matches();
    }

    /** Whether it is made of words in quotes, numbers, comparisons and {@code not} alone: no variable and no function counts. */
    static boolean isLiteral(String expression) {
        return LITERAL.matcher(expression).matches();
    }

    /** All words in quotes. */
    static Stream<String> quoted(String condition) {
        return QUOTED.matcher(condition).results().map((MatchResult word) -> word.group(1));
    }
}
