package org.syncgate.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long somebody is asked to explain what went past the gate.
 *
 * @param reminder after this time they are reminded
 * @param expiry after this time it is left unexplained, which is recorded and told
 */
@ConfigurationProperties("syncgate.bypass")
record BypassTimes(
        @DefaultValue("1d") Duration reminder,
        @DefaultValue("21d") Duration expiry) {

    BypassTimes {
        Positive.require("syncgate.bypass.reminder", reminder);
        Positive.require("syncgate.bypass.expiry", expiry);
        if (reminder.compareTo(expiry) >= 0) {
            throw new IllegalArgumentException(
                    "syncgate.bypass.reminder has to be shorter than syncgate.bypass.expiry, or nobody is reminded in time");
        }
    }
}
