package org.syncgate.process;

import java.util.List;
import java.util.Optional;
import org.syncgate.model.RequestId;

/**
 * What somebody chose to amend: a request, and, where the form said it, the revisions that were shown as pending.
 *
 * @param request which
 * @param shown what would be agreed on, as the person saw it, which may be nothing; empty where the client did not say
 */
public record Amendable(RequestId request, Optional<List<String>> shown) {

    /** Stands for the revisions where the form showed that nothing else is pending. */
    private static final String NOTHING = "nothing";

    /** Reads {@code r-…}, or {@code r-…@commit[,commit…]} or {@code r-…@nothing} as the form sends it; empty for any other text. */
    static Optional<Amendable> parse(String text) {
        int at = text.indexOf(Choice.AT);
        if (at < 0) {
            return RequestId.parse(text).map(id -> new Amendable(id, Optional.empty()));
        }
        return revisions(text.substring(at + 1))
                .flatMap(shown ->
                        RequestId.parse(text.substring(0, at)).map(id -> new Amendable(id, Optional.of(shown))));
    }

    private static Optional<List<String>> revisions(String text) {
        return text.equals(NOTHING) ? Optional.of(List.of()) : Choice.revisions(text);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return request
                + shown.map(revisions -> Choice.AT + (revisions.isEmpty() ? NOTHING : String.join(",", revisions)))
                        .orElse("");
    }
}
