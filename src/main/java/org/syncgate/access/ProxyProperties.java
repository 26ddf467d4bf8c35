package org.syncgate.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.syncgate.start.StartRefused;

/**
 * Who stands between people and Syncgate.
 *
 * @param proxies addresses, or ranges like {@code 10.0.3.0/24}; empty where nobody does
 */
@ConfigurationProperties("syncgate")
record ProxyProperties(@DefaultValue List<String> proxies) {

    ProxyProperties {
        proxies = List.copyOf(proxies);
        proxies.forEach(ProxyProperties::check);
    }

    /** Whether what comes from this address may say on whose behalf. */
    boolean include(String address) {
        return proxies.stream().anyMatch(proxy -> new IpAddressMatcher(proxy).matches(address));
    }

    private static void check(String proxy) {
        if (proxy.endsWith("/0")) {
            throw new StartRefused(
                    "syncgate.proxies has '" + proxy + "', which is everybody.",
                    "Name the addresses that the proxy itself comes from.");
        }
        if (!isAddress(proxy)) {
            throw new StartRefused(
                    "syncgate.proxies has '" + proxy + "', which is no address.",
                    "Write addresses or ranges, like 10.0.3.7 or 10.0.3.0/24.");
        }
    }

    private static boolean isAddress(String proxy) {
        try {
            new IpAddressMatcher(proxy);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
        // Java fills in what is missing: 10.0.3 would be 10.0.0.3
        return proxy.contains(":") || proxy.matches("\\d+\\.\\d+\\.\\d+\\.\\d+(/\\d+)?");
    }
}
