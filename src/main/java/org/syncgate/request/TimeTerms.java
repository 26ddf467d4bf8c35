package org.syncgate.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is asked of a time that people agree on.
 *
 * @param slot how long from the agreed time on the sync may begin; all of it is out of hours
 * @param announcing how long before the minimum notice a time has to be proposed at the latest, to be agreed on and announced
 */
@ConfigurationProperties("syncgate.request")
public record TimeTerms(
        @DefaultValue("2h") Duration slot,
        @DefaultValue("1h") Duration announcing) {

    public TimeTerms {
        require("slot", slot);
        require("announcing", announcing);
    }

    private static void require(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "syncgate.request." + name + " has to be longer than nothing, but is " + value);
        }
    }
}
