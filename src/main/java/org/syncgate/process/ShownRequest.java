package org.syncgate.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncgate.model.RequestId;
import org.syncgate.request.DeploymentRequest;

/**
 * A request that somebody chose from a list and, where the form said it, which of its agreements they saw.
 *
 * @param request which
 * @param agreement the number of the agreement that was shown; empty where the client did not say
 */
public record ShownRequest(RequestId request, Optional<Integer> agreement) {

    private static final Pattern FORM = Pattern.compile("(r-[0-9a-z]+)(?:@([1-9][0-9]{0,8}))?");

    /** As somebody sees it now. */
    public static ShownRequest of(DeploymentRequest request) {
        return new ShownRequest(request.id(), Optional.of(request.agreementNumber()));
    }

    /** Reads {@code r-…}, or {@code r-…@2} as the form sends it; empty for any other text. */
    static Optional<ShownRequest> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? RequestId.parse(matcher.group(1))
                        .map(id -> new ShownRequest(
                                id, Optional.ofNullable(matcher.group(2)).map(Integer::valueOf)))
                : Optional.empty();
    }

    /** Whether it is agreed on the same as when it was shown. */
    boolean isStill(DeploymentRequest now) {
        return agreement.filter(number -> number != now.agreementNumber()).isEmpty();
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return request + agreement.map(number -> "@" + number).orElse("");
    }
}
