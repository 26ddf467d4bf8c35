package org.syncgate.access;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Addresses to which things can be sent that others must not read or change: by https, or on this machine. */
final class GuardedAddress {

    private GuardedAddress() {}

    /** Whether what goes there can be read or changed on its way by nobody. */
    static boolean is(URI address) {
        return isHttps(address) || "http".equals(address.getScheme()) && isThisMachine(address.getHost());
    }

    /** Also false where it is no address at all. */
    static boolean is(String text) {
        try {
            return is(URI.create(text));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    static boolean isHttps(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null;
    }

    /** Whether it can be an OpenID issuer: such a one has nothing behind its path. */
    static boolean isIssuer(String text) {
        return is(text) && !text.contains("?") && !text.contains("#");
    }

    /** Whether it is this machine, by a name or an address that leads nowhere else; asks no name server. */
    static boolean isThisMachine(@Nullable String host) {
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
