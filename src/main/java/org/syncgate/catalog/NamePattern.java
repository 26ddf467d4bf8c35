package org.syncgate.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names with {@code *} for anything, also for nothing. */
final class NamePattern {

    private static final Pattern FORM = Pattern.compile("[-a-z0-9.*]+");

    private final List<Pattern> alternatives;

    /** @param patterns none means that every name matches */
    NamePattern(List<String> patterns) {
        alternatives = patterns.stream().map(NamePattern::compile).toList();
    }

    static boolean wellFormed(String pattern) {
        return FORM.matcher(pattern).matches();
    }

    boolean matches(String name) {
        return alternatives.isEmpty()
                || alternatives.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
