package org.syncgate.process;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.syncgate.model.BypassId;
import org.syncgate.model.RequestId;
import org.syncgate.model.Subject;
import org.syncgate.model.WindowId;

/**
 * Where people find Syncgate, for the links in its messages.
 *
 * @param url without a path, for instance {@code https://syncgate.example.org}
 */
@ConfigurationProperties("syncgate")
public record PublicUrl(URI url) {

    public PublicUrl {
        if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "syncgate.url is where people find Syncgate, like https://syncgate.example.org, but is " + url);
        }
    }

    /** The page about something, as a path. */
    static String page(Subject subject) {
        if (subject instanceof RequestId) {
            return "/requests/" + subject.text();
        }
        if (subject instanceof BypassId) {
            return "/bypasses#" + subject.text();
        }
        return subject instanceof WindowId ? "/windows/" + subject.text() : "/freezes";
    }

    /** Where somebody reads what there is to know about something. */
    public URI about(Subject subject) {
        return url.resolve(page(subject));
    }

    /** Where a request's open task is, or else the request itself. */
    URI task(RequestId request) {
        return url.resolve("/requests/" + request + "/task");
    }
}
