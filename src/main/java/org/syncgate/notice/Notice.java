package org.syncgate.notice;

import java.time.Instant;
import java.util.Optional;
import org.syncgate.model.Subject;

/**
 * One message to one channel, as it is kept.
 *
 * @param id its number; notices of one subject in one channel are delivered in this order
 * @param subject what it is about: a request, a window, a freeze or a bypass
 * @param agreement which of the request's agreements it is about, from 1; of anything else, which version of it
 * @param kind what it says
 * @param channel where: a channel's name with its hash, or its id
 * @param text the whole message in plain text, the first line as its title; links are bare URLs
 * @param writtenAt when it was written
 * @param tries how often it was posted in vain since it was written or tried anew; being asked to wait does not count
 * @param deliveredAt when the channel's system took it; empty until then
 * @param messageId the channel's own id of the message; empty until it is delivered
 * @param lastError why the last failed try failed, or why it was abandoned; empty where neither happened
 * @param abandonedAt when it was given up undelivered; empty unless that happened
 */
public record Notice(
        long id,
        Subject subject,
        int agreement,
        NoticeKind kind,
        String channel,
        String text,
        Instant writtenAt,
        int tries,
        Optional<Instant> deliveredAt,
        Optional<String> messageId,
        Optional<String> lastError,
        Optional<Instant> abandonedAt) {

    public Notice {
        if (agreement < 1 || tries < 0) {
            throw new IllegalArgumentException("Agreements count from 1 and tries from 0, but notice " + id + " has "
                    + agreement + " and " + tries);
        }
        if (channel.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A notice needs a channel and a text");
        }
        if (deliveredAt.isPresent() != messageId.isPresent() || deliveredAt.isPresent() && abandonedAt.isPresent()) {
            throw new IllegalArgumentException(
                    "Notice " + id + " has to be delivered with a message's id, or abandoned, or neither");
        }
    }

    /** Whether it has still to be delivered. */
    public boolean isPending() {
        return deliveredAt.isEmpty() && abandonedAt.isEmpty();
    }
}
