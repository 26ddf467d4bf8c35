package org.syncgate.access;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
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

    /** Whether what goes there can be read or changed on its way by nobody. */
    static boolean isGuarded(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null
                || "http".equals(address.getScheme()) && isLoopback(address.getHost());
    }

    /** Whether it is this machine, by a name or an address that leads nowhere else; asks no name server. */
    static boolean isLoopback(@Nullable String host) {
        if (host == null || host.isEmpty()) {
            return false;
        }
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        boolean literal = host.startsWith("[") || host.contains(":") || host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
        try {
            return literal && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
