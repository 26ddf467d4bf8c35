package org.syncgate.access;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people find Syncgate. A provider is told this and nothing from a request: what a request says of its host is the
 * sender's word.
 *
 * @param url without a path, for instance {@code https://syncgate.example.org}
 */
@ConfigurationProperties("syncgate")
record Site(URI url) {

    /** One of its pages, by its path. */
    String page(String path) {
        return url.resolve(path).toString();
    }
}
