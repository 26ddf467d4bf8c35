package org.syncgate.process;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.syncgate.model.Channels;

/**
 * Where every freeze is announced, besides the channels of the services that it covers; and what went past the gate of an
 * application that has no channel of its own.
 *
 * @param channels at least one
 */
@ConfigurationProperties("syncgate.freeze")
record FreezeChannels(@DefaultValue("#com-square") List<String> channels) {

    FreezeChannels {
        if (channels.isEmpty()) {
            throw new IllegalArgumentException(
                    "syncgate.freeze.channels is empty, so nobody might hear of a freeze: name at least one channel");
        }
        channels.stream()
                .filter(channel -> !Channels.isChannel(channel))
                .findFirst()
                .ifPresent(channel -> {
                    throw new IllegalArgumentException("syncgate.freeze.channels has '" + channel
                            + "', which is no channel; write it in quotes, like \"#rsp-team\", or a private one by its"
                            + " id, like C0123456789");
                });
        channels = List.copyOf(channels);
    }
}
