package org.syncgate.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.Subject;

/**
 * Reads page by page, each by a query of its own, and hands a page over when its connection is back in the pool. No
 * transaction is around them, since it would keep connection and snapshot for as long as the reader takes.
 */
@Repository
class JdbcRecordExport implements RecordExport {

    /** How many entries are held at once. */
    static final int PAGE = 500;

    static final String IN_PERIOD = "at >= :from and at < :to";

    private final JdbcClient jdbc;

    JdbcRecordExport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void of(Subject subject, Consumer<RecordLine> reader) {
        read("subject = :subject", Map.of("subject", subject.text()), reader);
    }

    @Override
    public void in(Period period, Consumer<RecordLine> reader) {
        read(
                IN_PERIOD,
                Map.of(
                        "from", period.from().atOffset(ZoneOffset.UTC),
                        "to", period.to().atOffset(ZoneOffset.UTC)),
                reader);
    }

    private void read(String which, Map<String, ?> parameters, Consumer<RecordLine> reader) {
        Numbers numbers = jdbc.sql(numbers(which))
                .params(parameters)
                .query((row, number) -> new Numbers(row.getLong("lowest"), row.getLong("highest")))
                .single();
        long before = numbers.lowest() - 1;
        while (before < numbers.highest()) {
            List<RecordLine> page = jdbc.sql("select * from syncgate.record where " + which
                            + " and id > :before and id <= :highest order by id limit :page")
                    .params(parameters)
                    .param("before", before)
                    .param("highest", numbers.highest())
                    .param("page", PAGE)
                    .query((row, number) -> line(row))
                    .list();
            page.forEach(reader);
            before = page.size() < PAGE ? numbers.highest() : page.get(PAGE - 1).id();
        }
    }

    /**
     * Between which numbers the entries are. What lies between them besides is little, since numbers and times grow together;
     * without {@code offset 0} the planner looks for the lowest by going through all that were kept before.
     */
    static String numbers(String which) {
        return "select coalesce(min(id), 0) lowest, coalesce(max(id), -1) highest from (select id from syncgate.record where "
                + which + " offset 0) entries";
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

    /** The first and the last of a stretch of entries; the last is lower where there is none. */
    private record Numbers(long lowest, long highest) {}
}
