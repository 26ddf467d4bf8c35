package org.syncgate.notice;

import java.time.Instant;
import java.util.Optional;
import org.syncgate.model.RequestId;

/** Notices for tests, all of the same request. */
public final class ANotice {

    public static final RequestId REQUEST = new RequestId("r-23456789");
    private static final Instant WRITTEN = Instant.parse("2026-11-20T18:00:00Z");

    private ANotice() {}

    /** An announcement that has still to be delivered. */
    public static Notice announcement(int agreement, String channel) {
        return notice(NoticeKind.ANNOUNCEMENT, agreement, channel, Optional.empty(), Optional.empty());
    }

    /** An announcement that was delivered. */
    public static Notice announced(int agreement, String channel, Instant deliveredAt) {
        return notice(NoticeKind.ANNOUNCEMENT, agreement, channel, Optional.of(deliveredAt), Optional.empty());
    }

    /** An announcement that was given up. */
    public static Notice abandoned(int agreement, String channel, Instant abandonedAt) {
        return notice(NoticeKind.ANNOUNCEMENT, agreement, channel, Optional.empty(), Optional.of(abandonedAt));
    }

    /** Something else that was delivered. */
    public static Notice told(NoticeKind kind, int agreement, String channel, Instant deliveredAt) {
        return told(kind, agreement, channel, WRITTEN, deliveredAt);
    }

    /** The same, written at another moment. */
    public static Notice told(NoticeKind kind, int agreement, String channel, Instant writtenAt, Instant deliveredAt) {
        return notice(kind, agreement, channel, writtenAt, Optional.of(deliveredAt), Optional.empty());
    }

    private static Notice notice(
            NoticeKind kind, int agreement, String channel, Optional<Instant> delivered, Optional<Instant> abandoned) {
        return notice(kind, agreement, channel, WRITTEN, delivered, abandoned);
    }

    private static Notice notice(
            NoticeKind kind,
            int agreement,
            String channel,
            Instant written,
            Optional<Instant> delivered,
            Optional<Instant> abandoned) {
        return new Notice(
                1,
                REQUEST,
                agreement,
                kind,
                channel,
                "Deploy tap",
                written,
                0,
                delivered,
                delivered.map(at -> "m1"),
                Optional.empty(),
                abandoned);
    }
}
