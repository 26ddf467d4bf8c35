package org.syncgate.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.syncgate.start.StartRefused;

/**
 * Refuses the start where people could come in who must not: before any bean is made, so that nothing is changed in the
 * database by a start that is refused.
 */
@Component
class StartConditions implements BeanFactoryPostProcessor {

    private static final String ADDRESS = "server.address";
    private static final String URL = "syncgate.url";
    private static final String FORWARDED = "server.forward-headers-strategy";
    private static final String NONE = "none";
    private static final List<String> TOMCATS_FORWARDED =
            List.of("server.tomcat.remoteip.remote-ip-header", "server.tomcat.remoteip.protocol-header");

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment = beans.getBean(Environment.class);
        Binder binder = Binder.get(environment);
        boolean isProviderNamed =
                binder.bind(SignInProperties.PREFIX, SignInProperties.class).isBound();
        if (environment.acceptsProfiles(Profiles.of(FormSignIn.PROFILE))) {
            requireLoopback(environment.getProperty(ADDRESS, ""));
            requireOneSignIn(isProviderNamed);
        } else if (isProviderNamed) {
            requireAll(binder.bindOrCreate(SignInProperties.PREFIX, SignInProperties.class));
            requireGuarded(environment.getProperty(URL, ""));
        }
        if (beans.getBeanNamesForType(SignIn.class, false, false).length == 0) {
            throw new StartRefused(
                    "No sign-in is configured, and outside profile local nobody gets in without one.",
                    "Set syncgate.sign-in.issuer-uri, .client-id, .client-secret and .groups for the OpenID provider of"
                            + " your place, or spring.profiles.active=local to try Syncgate on this machine alone.");
        }
        requireOwnProxies(environment);
    }

    private static void requireOneSignIn(boolean isProviderNamed) {
        if (isProviderNamed) {
            throw new StartRefused(
                    "There are two sign-ins: profile local, and " + SignInProperties.PREFIX + ".",
                    "Leave profile local, or take " + SignInProperties.PREFIX + " out of the configuration.");
        }
    }

    private static void requireAll(SignInProperties properties) {
        List<String> faults = properties.faults();
        if (!faults.isEmpty()) {
            throw new StartRefused(
                    "Nobody could sign in: " + String.join(" ", faults),
                    "The page Sign-in of the documentation has an example for each provider.");
        }
    }

    /** Whoever reads a session's cookie on its way is signed in with it. */
    private static void requireGuarded(String url) {
        if (!GuardedAddress.is(url)) {
            throw new StartRefused(
                    URL + " is '" + url + "': what is sent there can be read on its way, and the provider would send"
                            + " people back to it.",
                    "Set " + URL
                            + " to where people find Syncgate, like https://syncgate.example.org; http only on this"
                            + " machine.");
        }
    }

    /** Spring's and Tomcat's own ways believe whole networks, or everybody. */
    private static void requireOwnProxies(Environment environment) {
        if (!environment.getProperty(FORWARDED, NONE).equalsIgnoreCase(NONE)) {
            throw believing(FORWARDED, environment);
        }
        TOMCATS_FORWARDED.stream()
                .filter(property -> !environment.getProperty(property, "").isBlank())
                .findFirst()
                .ifPresent(property -> {
                    throw believing(property, environment);
                });
    }

    private static StartRefused believing(String property, Environment environment) {
        return new StartRefused(
                property + " is '" + environment.getProperty(property)
                        + "', with which others than your proxy would be believed.",
                "Leave it out, and name your proxy in syncgate.proxies.");
    }

    private static void requireLoopback(String address) {
        if (address.isBlank()) {
            throw refusal("is not set, so that every interface would be served");
        }
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                throw refusal("is '" + address + "', which other machines can reach");
            }
        } catch (UnknownHostException unknown) {
            throw refusal("is '" + address + "', which is no address of this machine");
        }
    }

    private static StartRefused refusal(String what) {
        return new StartRefused(
                "Profile local signs people in with passwords from its configuration, but " + ADDRESS + " " + what
                        + ".",
                "Set " + ADDRESS + "=127.0.0.1, or leave profile local.");
    }
}
