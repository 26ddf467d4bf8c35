package org.syncgate.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.syncgate.model.Subject;

/** Reads with a cursor, which PostgreSQL's driver has only in a transaction. */
@Repository
@Transactional(readOnly = true)
class JdbcRecordExport implements RecordExport {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    JdbcRecordExport(DataSource database) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(AT_ONCE);
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public void of(Subject subject, Consumer<RecordLine> reader) {
        jdbc.sql("select * from syncgate.record where subject = :subject order by id")
                .param("subject", subject.text())
                .query(to(reader));
    }

    @Override
    public void in(Period period, Consumer<RecordLine> reader) {
        jdbc.sql("select * from syncgate.record where at >= :from and at < :to order by id")
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .query(to(reader));
    }

    private static RowCallbackHandler to(Consumer<RecordLine> reader) {
        return row -> reader.accept(line(row));
    }

    private static RecordLine line(ResultSet row) throws SQLException {
        return new RecordLine(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("subject"),
                row.getString("application"),
                row.getString("kind"),
                row.getString("who"),
                row.getString("why"),
                List.of((String[]) row.getArray("revisions").getArray()));
    }
}
