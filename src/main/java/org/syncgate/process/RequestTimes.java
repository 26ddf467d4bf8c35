package org.syncgate.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a request may stand still, so that nothing blocks an application for ever.
 *
 * @param expiry a request that the gate has not let through after this time ends
 * @param judgeAgain how often the gate is asked again where no event came
 * @param failureReminder after this time somebody is reminded of a failed sync
 * @param failureExpiry after this time a failed sync that nobody decided on ends its request
 */
@ConfigurationProperties("syncgate.request")
record RequestTimes(
        @DefaultValue("7d") Duration expiry,
        @DefaultValue("1m") Duration judgeAgain,
        @DefaultValue("4h") Duration failureReminder,
        @DefaultValue("3d") Duration failureExpiry) {

    RequestTimes {
        Positive.require("syncgate.request.expiry", expiry);
        Positive.require("syncgate.request.judge-again", judgeAgain);
        Positive.require("syncgate.request.failure-reminder", failureReminder);
        Positive.require("syncgate.request.failure-expiry", failureExpiry);
        if (failureReminder.compareTo(failureExpiry) >= 0) {
            throw new IllegalArgumentException("syncgate.request.failure-reminder has to be shorter than"
                    + " syncgate.request.failure-expiry, or nobody is reminded in time");
        }
    }
}
