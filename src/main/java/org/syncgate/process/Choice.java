package org.syncgate.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.syncgate.model.ApplicationId;

/**
 * What somebody chose to deploy: an application, and, where the start form said it, the revisions that were shown.
 *
 * @param application which
 * @param shown the target as the person saw it; empty where the client did not say, and what is pending now is meant
 */
public record Choice(ApplicationId application, Optional<List<String>> shown) {

    static final String AT = "@";
    private static final Pattern REVISIONS = Pattern.compile("[0-9a-fA-F]{40}(,[0-9a-fA-F]{40})*");

    /**
     * Reads {@code cluster/name}, or {@code cluster/name@commit[,commit…]} as the start form sends it.
     *
     * @return empty where the text is of neither form
     */
    static Optional<Choice> parse(String text) {
        int at = text.indexOf(AT);
        if (at < 0) {
            return ApplicationId.parse(text).map(id -> new Choice(id, Optional.empty()));
        }
        return revisions(text.substring(at + 1))
                .flatMap(shown ->
                        ApplicationId.parse(text.substring(0, at)).map(id -> new Choice(id, Optional.of(shown))));
    }

    /** Reads {@code commit[,commit…]}; empty where the text is not of that form. */
    static Optional<List<String>> revisions(String text) {
        return REVISIONS.matcher(text).matches() ? Optional.of(List.of(text.split(","))) : Optional.empty();
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return application
                + shown.map(revisions -> AT + String.join(",", revisions)).orElse("");
    }
}
