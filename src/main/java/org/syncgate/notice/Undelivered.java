package org.syncgate.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.Subject;

/** What has still to be delivered, as the {@link Postman} sees and changes it. */
@Repository
class Undelivered {

    private final JdbcClient jdbc;
    private final Clock clock;

    Undelivered(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The earliest undelivered notice of a subject in a channel. All of them stay locked until the transaction ends, so
     * that nobody else delivers in this channel meanwhile.
     */
    Optional<Waiting> lockEarliest(Subject subject, String channel) {
        // in two steps: a query that had to wait for the rows would show them as they were before the wait
        List<Long> locked = jdbc.sql("""
                        select id from syncgate.notice
                        where subject = :subject and channel = :channel
                            and delivered_at is null and abandoned_at is null
                        order by id for update
                        """)
                .param("subject", subject.text())
                .param("channel", channel)
                .query(Long.class)
                .list();
        // none that was written during the wait: it is not locked
        return locked.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select * from syncgate.notice where id in (:locked) order by id limit 1")
                        .param("locked", locked)
                        .query((row, number) -> new Waiting(
                                NoticeRows.MAPPER.mapRow(row, number), NoticeRows.instant(row, "not_before")))
                        .optional();
    }

    /** The message that began this subject's thread in a channel; empty before the first. */
    Optional<String> thread(Subject subject, String channel) {
        return jdbc.sql("""
                        select message_id from syncgate.notice
                        where subject = :subject and channel = :channel and delivered_at is not null
                        order by delivered_at, id limit 1
                        """)
                .param("subject", subject.text())
                .param("channel", channel)
                .query(String.class)
                .optional();
    }

    void delivered(Notice notice, String messageId) {
        jdbc.sql("""
                        update syncgate.notice set delivered_at = :now, message_id = :messageId
                        where id = :id
                        """)
                .param("id", notice.id())
                .param("now", NoticeRows.time(clock.instant()))
                .param("messageId", messageId)
                .update();
    }

    void failed(Notice notice, int tries, String why, Instant notBefore) {
        jdbc.sql("""
                        update syncgate.notice set tries = :tries, last_error = :why, not_before = :notBefore
                        where id = :id
                        """)
                .param("id", notice.id())
                .param("tries", tries)
                .param("why", why)
                .param("notBefore", NoticeRows.time(notBefore))
                .update();
    }

    /**
     * A notice that has still to be delivered.
     *
     * @param notBefore when its pause after a failed try is over; empty before the first
     */
    record Waiting(Notice notice, Optional<Instant> notBefore) {}
}
