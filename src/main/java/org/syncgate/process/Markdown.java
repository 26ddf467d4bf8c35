package org.syncgate.process;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts for the forms' text components, which read them as Markdown. */
public final class Markdown {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}]");

    private Markdown() {}

    /** Shows the text as it was written: a backslash makes any ASCII punctuation plain (CommonMark 0.31, section 2.4). */
    public static String escape(String text) {
        return PUNCTUATION.matcher(text).replaceAll("\\\\$0").replace("\n", "  \n");
    }

    /** One bullet for each line; the other text where there is none. */
    static String list(List<String> lines, String none) {
        return lines.isEmpty()
                ? none
                : lines.stream().map(line -> "- " + escape(line)).collect(Collectors.joining("\n"));
    }
}
