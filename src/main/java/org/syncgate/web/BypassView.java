package org.syncgate.web;

import java.util.Map;
import java.util.stream.Stream;
import org.syncgate.bypass.Bypass;
import org.syncgate.bypass.Explanation;
import org.syncgate.model.Moments;

/**
 * Something that went past the gate, as the pages show it; all texts are for people.
 *
 * @param request the id of the request that was open; empty where none was
 * @param explanation who explained it when, or with which other it is asked about; empty where there is nothing to say
 * @param why the explanation; empty as long as there is none
 */
record BypassView(
        String id,
        String seen,
        String application,
        String what,
        String words,
        String request,
        String mood,
        String standing,
        String explanation,
        String why) {

    /** @param names of all who explain by their ids */
    static BypassView of(Bypass bypass, Map<String, String> names) {
        return new BypassView(
                bypass.id().text(),
                Moments.exactTime(bypass.seenAt()),
                bypass.application().toString(),
                bypass.what().words(),
                bypass.words(),
                bypass.request().map(id -> id.text()).orElse(""),
                mood(bypass),
                standing(bypass),
                bypass.explanation()
                        .map(given -> names.getOrDefault(given.who(), given.who()) + ", " + Moments.time(given.at()))
                        .or(() -> bypass.askedWith().map(other -> "asked about with " + other))
                        .orElse(""),
                bypass.explanation().map(Explanation::text).orElse(""));
    }

    /** Whose names it shows. */
    static Stream<String> people(Bypass bypass) {
        return bypass.explanation().map(Explanation::who).stream();
    }

    private static String mood(Bypass bypass) {
        if (bypass.explanation().isPresent()) {
            return "deployed";
        }
        return bypass.waits() ? "waiting" : bypass.leftAt().isPresent() ? "failed" : "quiet";
    }

    private static String standing(Bypass bypass) {
        if (bypass.explanation().isPresent()) {
            return "Explained";
        }
        return bypass.waits() ? "To be explained" : bypass.leftAt().isPresent() ? "Unexplained" : "Recorded";
    }
}
