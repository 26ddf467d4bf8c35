package org.syncgate.notice;

import java.util.Optional;

/** Where notices are posted to. */
public interface Notices {

    /**
     * Posts one message, once: it is not repeated here, whatever comes back. Faults of the channel's system are answers,
     * never exceptions. It may take up to half a minute.
     */
    Delivery post(Post post);

    /**
     * A message to post.
     *
     * @param channel where: a channel's name with its hash, or its id
     * @param text plain text, the first line as its title; nothing in it is markup, but bare URLs become links
     * @param thread the id of the message that it answers; empty where it begins a thread of its own
     * @param broadcast whether an answer in a thread is shown in the channel as well
     */
    record Post(String channel, String text, Optional<String> thread, boolean broadcast) {

        public Post {
            if (channel.isBlank() || text.isBlank()) {
                throw new IllegalArgumentException("A post needs a channel and a text");
            }
        }
    }
}
