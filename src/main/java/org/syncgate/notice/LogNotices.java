package org.syncgate.notice;

import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.syncgate.notice.Delivery.Delivered;

/** Delivers to the log: for the local profile, and where the log is what people look at. */
final class LogNotices implements Notices {

    private static final Logger LOG = LoggerFactory.getLogger(LogNotices.class);

    private final Supplier<UUID> ids;

    LogNotices(Supplier<UUID> ids) {
        this.ids = ids;
    }

    @Override
    public Delivery post(Post post) {
        String id = "log-" + ids.get();
        LOG.info(
                "Notice {} to {}{}:{}",
                id,
                post.channel(),
                post.thread().map(thread -> ", in answer to " + thread).orElse(""),
                indented(post.text()));
        return new Delivered(id);
    }

    /** No line of a text can be taken for a line of the log. */
    private static String indented(String text) {
        return text.lines().map(line -> System.lineSeparator() + "    " + line).reduce("", String::concat);
    }
}
