package org.syncgate.argocd;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of an AppProject, as github.com/gobwas/glob reads it without separators: {@code *}, {@code ?},
 * <code>[a-z]</code>, <code>[!a-z]</code>, <code>{one,other}</code>, and {@code \} before a character that is meant
 * literally.
 *
 * @param pattern the same as a regular expression
 */
record Glob(Pattern pattern) {

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Glob parse(String text) {
        StringBuilder regex = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '{' -> {
                    depth++;
                    regex.append("(?:");
                }
                case '}' -> {
                    depth--;
                    regex.append(')');
                }
                case ',' -> regex.append(depth > 0 ? "|" : ",");
                case '[' -> {
                    int end = text.indexOf(']', at + 1);
                    regex.append(charactersOf(text, at, end));
                    at = end;
                }
                case '\\' -> {
                    at++;
                    regex.append(literally(at < text.length() ? text.substring(at, at + 1) : "\\"));
                }
                default -> regex.append(literally(String.valueOf(c)));
            }
        }
        try {
            return new Glob(Pattern.compile(regex.toString(), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("cannot read the pattern '" + text + "'", e);
        }
    }

    private static String charactersOf(String text, int start, int end) {
        if (end < 0) {
            throw new IllegalArgumentException("cannot read the pattern '" + text + "'");
        }
        String inside = text.substring(start + 1, end);
        boolean not = inside.startsWith("!");
        String characters = (not ? inside.substring(1) : inside).replaceAll("[\\\\\\[\\]^&]", "\\\\$0");
        return "[" + (not ? "^" : "") + characters + "]";
    }

    private static String literally(String text) {
        return Pattern.quote(text);
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
