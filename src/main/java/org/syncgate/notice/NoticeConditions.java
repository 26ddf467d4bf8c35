package org.syncgate.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.syncgate.start.StartRefused;

/**
 * Refuses the start where notices would go nowhere (S3), before any bean is made, so that nothing is changed in the
 * database by a start that is refused. It never names the token's value.
 */
@Component
class NoticeConditions implements BeanFactoryPostProcessor {

    private static final String LOCAL = "local";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What a header can hold. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment = beans.getBean(Environment.class);
        NoticeProperties properties =
                Binder.get(environment).bindOrCreate(NoticeProperties.PREFIX, NoticeProperties.class);
        requirePauses(properties);
        if (properties.slack().hasToken()) {
            requireSlackAlone(properties);
        } else if (!properties.log() && !environment.acceptsProfiles(Profiles.of(LOCAL))) {
            throw new StartRefused(
                    "Neither " + NoticeProperties.TOKEN + " nor " + NoticeProperties.LOG
                            + " is set, so nobody would be told of a deployment.",
                    "Set " + NoticeProperties.TOKEN + " to the token of a Slack bot, or " + NoticeProperties.LOG
                            + "=true if the log is where people look.");
        }
    }

    private static void requirePauses(NoticeProperties properties) {
        try {
            new Pauses(properties.pauses());
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    NoticeProperties.PAUSES + " cannot be used: " + e.getMessage() + ".",
                    "Set it to a list of growing pauses, like 10s,1m,10m.");
        }
    }

    private static void requireSlackAlone(NoticeProperties properties) {
        if (properties.log()) {
            throw new StartRefused(
                    NoticeProperties.TOKEN + " and " + NoticeProperties.LOG
                            + "=true contradict each other: a notice goes to Slack or to the log.",
                    "Leave one of them out.");
        }
        if (!TOKEN.matcher(properties.slack().token()).matches()) {
            throw new StartRefused(
                    NoticeProperties.TOKEN + " holds spaces or signs that no token has.",
                    "Copy the bot token from the Slack app's page once more; it begins with xoxb-.");
        }
        if (!isSafe(properties.slack().baseUrl())) {
            throw new StartRefused(
                    NoticeProperties.BASE_URL + " is '" + properties.slack().baseUrl()
                            + "', where a token cannot be sent safely.",
                    "Set it to an https:// address (http:// is only for this machine), or leave it out for Slack's own.");
        }
    }

    private static boolean isSafe(String url) {
        try {
            URI address = new URI(url);
            @Nullable String host = address.getHost();
            return host != null
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme()) && THIS_MACHINE.contains(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
