package org.syncgate.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is waited in each phase of a sync; Argo CD has no time-outs of its own.
 *
 * @param pickUp until the controller has begun; past it the operation is taken back
 * @param operation until the operation has ended
 * @param health until the result has been compared and is healthy
 * @param soak for how long it has to stay healthy, or degraded, before that counts
 * @param lookAgain how often to look where no event came: the net under the watch
 */
@ConfigurationProperties("syncgate.sync")
record SyncTimes(
        @DefaultValue("2m") Duration pickUp,
        @DefaultValue("30m") Duration operation,
        @DefaultValue("15m") Duration health,
        @DefaultValue("30s") Duration soak,
        @DefaultValue("30s") Duration lookAgain) {

    SyncTimes {
        Positive.require("syncgate.sync.pick-up", pickUp);
        Positive.require("syncgate.sync.operation", operation);
        Positive.require("syncgate.sync.health", health);
        Positive.require("syncgate.sync.soak", soak);
        Positive.require("syncgate.sync.look-again", lookAgain);
    }
}
