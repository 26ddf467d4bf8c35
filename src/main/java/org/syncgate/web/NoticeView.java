package org.syncgate.web;

import java.time.Instant;
import org.syncgate.model.Moments;
import org.syncgate.notice.Notice;

/**
 * One notice and how far its delivery has come.
 *
 * @param detail the last error, or why it was left; empty for what was delivered at once
 */
record NoticeView(String written, String what, String channel, String mood, String state, String detail, int tries) {

    static NoticeView of(Notice notice) {
        String what = notice.kind().words() + (notice.agreement() > 1 ? " (agreement " + notice.agreement() + ")" : "");
        String written = Moments.time(notice.writtenAt());
        String error = notice.lastError().orElse("");
        if (notice.deliveredAt().isPresent()) {
            Instant at = notice.deliveredAt().orElseThrow();
            // an error that was overcome would only alarm
            return new NoticeView(
                    written,
                    what,
                    notice.channel(),
                    "deployed",
                    "Delivered " + Moments.exactTime(at),
                    "",
                    tries(notice));
        }
        if (notice.abandonedAt().isPresent()) {
            return new NoticeView(written, what, notice.channel(), "quiet", "Left undelivered", error, tries(notice));
        }
        return notice.lastError().isEmpty()
                ? new NoticeView(written, what, notice.channel(), "waiting", "About to be posted", "", tries(notice))
                : new NoticeView(written, what, notice.channel(), "failed", "Not delivered yet", error, tries(notice));
    }

    /** The row counts those in vain. */
    private static int tries(Notice notice) {
        return notice.tries() + (notice.deliveredAt().isPresent() ? 1 : 0);
    }
}
