package org.syncgate.notice;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where notices go. It checks nothing by itself: a fault found while it is bound would be shown with what was bound
 * last, which may be the token. {@link NoticeConditions} checks it.
 *
 * @param slack the Slack workspace
 * @param log whether notices are delivered to the log instead
 * @param pauses how long is waited after failed tries; none is shorter than the one before it
 */
@ConfigurationProperties(NoticeProperties.PREFIX)
record NoticeProperties(
        @DefaultValue Slack slack,
        @DefaultValue("false") boolean log,
        @DefaultValue({"10s", "30s", "2m", "10m", "30m"}) List<Duration> pauses) {

    static final String PREFIX = "syncgate.notice";
    static final String TOKEN = PREFIX + ".slack.token";
    static final String BASE_URL = PREFIX + ".slack.base-url";
    static final String LOG = PREFIX + ".log";
    static final String PAUSES = PREFIX + ".pauses";

    /**
     * A Slack workspace.
     *
     * @param token the bot's token; empty where none is configured
     * @param baseUrl where Slack's methods are
     */
    record Slack(
            @DefaultValue("") String token,
            @DefaultValue("https://slack.com/api/") String baseUrl) {

        /** Files that hold a token often end with a line break. */
        Slack {
            token = token.strip();
        }

        boolean hasToken() {
            return !token.isEmpty();
        }

        /** Without the token: nothing that is printed may hold it. */
        @Override
        public String toString() {
            return "Slack[baseUrl=" + baseUrl + "]";
        }
    }
}
