package org.syncgate.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the bare URLs of a text. */
final class BareUrl {

    private static final Pattern LIKELY = Pattern.compile("https?://[^\\s<>\"]+");

    /** What ends the sentence that a URL stands in. */
    private static final Pattern TRAILING = Pattern.compile("[.,;:!?'…»)\\]}]+$");

    private BareUrl() {}

    /** Where a URL may stand in a text. */
    static Matcher matcher(String text) {
        return LIKELY.matcher(text);
    }

    /** The URL at the beginning of what was found; empty where it is none, which Slack would refuse as a link. */
    static Optional<String> url(String found) {
        String url = TRAILING.matcher(found).replaceFirst("");
        try {
            return new URI(url).getHost() == null ? Optional.empty() : Optional.of(url);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
