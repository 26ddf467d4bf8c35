package org.syncgate.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Subject;

@Repository
class JdbcRecords implements Records {

    private final JdbcClient jdbc;

    JdbcRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(Entry entry) {
        jdbc.sql("""
                        insert into syncgate.record (at, subject, application, kind, who, why, revisions)
                        values (:at, :subject, :application, :kind, :who, :why, :revisions)
                        """)
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("subject", entry.subject().text())
                .param(
                        "application",
                        entry.application().map(ApplicationId::toString).orElse(null))
                .param("kind", entry.kind().text())
                .param("who", entry.who())
                .param("why", entry.why())
                .param("revisions", entry.revisions().toArray(String[]::new))
                .update();
    }

    @Override
    public List<Entry> of(Subject subject) {
        return jdbc.sql("select * from syncgate.record where subject = :subject order by id")
                .param("subject", subject.text())
                .query((rows, number) -> entry(rows))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Subject.parse(row.getString("subject")).orElseThrow(),
                Optional.ofNullable(row.getString("application")).flatMap(ApplicationId::parse),
                Kind.of(row.getString("kind")),
                row.getString("who"),
                row.getString("why"),
                List.of((String[]) row.getArray("revisions").getArray()));
    }
}
