package org.syncgate.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.SlackConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlackClientTests {

    /** What the client would do at slack.com or on the console no test can see otherwise. */
    @Test
    void theClientAsksNothingElseAndLogsNothing() {
        SlackConfig config = SlackClient.config("https://slack.example/api");

        assertThat(config.getMethodsConfig().isStatsEnabled()).isFalse();
        assertThat(config.getHttpClientResponseHandlers()).isEmpty();
        assertThat(config.getProxyUrl()).isEmpty();
        assertThat(config.getMethodsEndpointUrlPrefix()).isEqualTo("https://slack.example/api/");
    }

    @Test
    void aPostTakesFarLessThanTheEnginesLockOnAJob() {
        assertThat(SlackTimes.USUAL.all()).isLessThan(Duration.ofMinutes(1));
        assertThat(SlackTimes.USUAL.connect().plus(SlackTimes.USUAL.read())).isLessThan(SlackTimes.USUAL.all());
    }
}
