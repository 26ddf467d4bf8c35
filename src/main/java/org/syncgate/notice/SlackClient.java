package org.syncgate.notice;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import java.util.List;
import okhttp3.OkHttpClient;

/** Sets up Slack's client so that one call is one post, and nothing else. */
final class SlackClient {

    private SlackClient() {}

    static MethodsClient of(String baseUrl, String token, SlackTimes times) {
        SlackConfig config = config(baseUrl);
        OkHttpClient http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                // it would post again by itself where a connection broke after the post was sent
                .retryOnConnectionFailure(false)
                .connectTimeout(times.connect())
                .readTimeout(times.read())
                .writeTimeout(times.read())
                .callTimeout(times.all())
                .build();
        return Slack.getInstance(config, new SlackHttpClient(http)).methods(token);
    }

    static SlackConfig config(String baseUrl) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
        // it would take HTTPS_PROXY, without NO_PROXY; the JVM's own properties know exceptions
        config.setProxyUrl("");
        // statistics would ask slack.com who we are before the first post, whatever the base URL
        config.setStatsEnabled(false);
        // listeners would log what was sent
        config.setHttpClientResponseHandlers(List.of());
        return config;
    }
}
