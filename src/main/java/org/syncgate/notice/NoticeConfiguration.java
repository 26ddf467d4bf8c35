package org.syncgate.notice;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses where notices are posted to; {@link NoticeConditions} has made sure that there is a choice. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeConfiguration.class);

    @Bean
    Notices notices(NoticeProperties properties, Clock clock) {
        NoticeProperties.Slack slack = properties.slack();
        if (slack.hasToken()) {
            LOG.info("Notices go to Slack at {}", slack.baseUrl());
            return new SlackNotices(SlackClient.of(slack.baseUrl(), slack.token(), SlackTimes.USUAL), clock);
        }
        LOG.info("Notices go to the log");
        return new LogNotices(UUID::randomUUID);
    }

    @Bean
    Pauses noticePauses(NoticeProperties properties) {
        return new Pauses(properties.pauses());
    }
}
