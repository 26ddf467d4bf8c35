package org.syncgate.notice;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.Subject;

@Repository
class JdbcWrittenNotices implements WrittenNotices {

    /** In one order, like the Postman, so that the two never wait for each other. */
    private static final String ABANDON = """
            update syncgate.notice
            set abandoned_at = :now,
                last_error = :why || coalesce(' The last try failed: ' || last_error, '')
            where id in (
                select id from syncgate.notice
                where %s and delivered_at is null and abandoned_at is null
                order by id for update %s)
            """;

    /** Whoever withdraws a request does not wait until Slack has answered what is being posted. */
    private static final String SKIP_LOCKED = "skip locked";

    private static final String OVERTAKEN = """
            subject = :which and (kind in ('announcement', 'reminder', 'time-proposed', 'time-agreed') or not exists (
                select from syncgate.notice told
                where told.subject = :which and told.channel = notice.channel and told.delivered_at is not null))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcWrittenNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Notice> write(Subject subject, int agreement, NoticeKind kind, List<String> channels, String text) {
        return channels.stream()
                .distinct()
                .map(channel -> write(subject, agreement, kind, channel, text))
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
    }

    private Notice write(Subject subject, int agreement, NoticeKind kind, String channel, String text) {
        return jdbc.sql("""
                        insert into syncgate.notice (subject, agreement, kind, channel, text, written_at)
                        values (:subject, :agreement, :kind, :channel, :text, :now)
                        on conflict (subject, agreement, channel) where kind = 'announcement' do nothing
                        returning *
                        """)
                .param("subject", subject.text())
                .param("agreement", agreement)
                .param("kind", kind.text())
                .param("channel", channel)
                .param("text", text)
                .param("now", NoticeRows.time(clock.instant()))
                .query(NoticeRows.MAPPER)
                .optional()
                .orElseGet(() -> announcement(subject, agreement, channel));
    }

    private Notice announcement(Subject subject, int agreement, String channel) {
        return jdbc.sql("""
                        select * from syncgate.notice
                        where subject = :subject and agreement = :agreement and channel = :channel
                            and kind = 'announcement'
                        """)
                .param("subject", subject.text())
                .param("agreement", agreement)
                .param("channel", channel)
                .query(NoticeRows.MAPPER)
                .single();
    }

    @Override
    public List<Notice> of(Subject subject) {
        return jdbc.sql("select * from syncgate.notice where subject = :subject order by id")
                .param("subject", subject.text())
                .query(NoticeRows.MAPPER)
                .list();
    }

    @Override
    public Optional<Notice> find(long id) {
        return jdbc.sql("select * from syncgate.notice where id = :id")
                .param("id", id)
                .query(NoticeRows.MAPPER)
                .optional();
    }

    @Override
    public void abandonOvertaken(Subject subject, String why) {
        abandon(OVERTAKEN, SKIP_LOCKED, subject.text(), why);
    }

    @Override
    public void abandon(long id, String why) {
        abandon("id = :which", "", id, why);
    }

    private void abandon(String which, String locked, Object value, String why) {
        jdbc.sql(ABANDON.formatted(which, locked))
                .param("which", value)
                .param("why", why)
                .param("now", NoticeRows.time(clock.instant()))
                .update();
    }

    @Override
    public void tryAnew(long id) {
        jdbc.sql("""
                        update syncgate.notice set tries = 0, not_before = null
                        where id = :id and delivered_at is null and abandoned_at is null
                        """).param("id", id).update();
    }
}
