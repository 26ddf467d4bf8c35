package org.syncgate.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Refuses the start where people could come in who must not: before any bean is made, so that nothing is changed in the
 * database by a start that is refused.
 */
@Component
class StartConditions implements BeanFactoryPostProcessor {

    private static final String ADDRESS = "server.address";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(SignIn.class, false, false).length == 0) {
            throw new StartRefusedException(
                    "No sign-in is configured, and outside profile local nobody gets in without one.",
                    "Set spring.profiles.active=local to try Syncgate on this machine alone. A sign-in for other places"
                            + " (OpenID Connect) is not built yet.");
        }
        Environment environment = beans.getBean(Environment.class);
        if (environment.acceptsProfiles(Profiles.of(FormSignIn.PROFILE))) {
            requireLoopback(environment.getProperty(ADDRESS, ""));
        }
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

    private static StartRefusedException refusal(String what) {
        return new StartRefusedException(
                "Profile local signs people in with passwords from its configuration, but " + ADDRESS + " " + what
                        + ".",
                "Set " + ADDRESS + "=127.0.0.1, or leave profile local.");
    }
}
