package org.syncgate.bypass;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.BypassId;
import org.syncgate.model.RequestId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;

@Repository
class JdbcBypasses implements Bypasses {

    /** The row is locked before, so that whatever joins its question at that moment is seen here, or asked about alone. */
    private static final String UNSETTLED =
            " where (id = :id or asked_with = :id) and asked and explained_at is null and left_at is null returning *";

    private final JdbcClient jdbc;
    private final Records records;
    private final Clock clock;

    JdbcBypasses(JdbcClient jdbc, Records records, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Optional<Bypass> find(BypassId id) {
        return one("select * from syncgate.bypass where id = :id", id);
    }

    @Override
    public Optional<Bypass> lock(BypassId id) {
        return one("select * from syncgate.bypass where id = :id for update", id);
    }

    private Optional<Bypass> one(String query, BypassId id) {
        return jdbc.sql(query).param("id", id.number()).query(BypassRows.MAPPER).optional();
    }

    @Override
    public List<Bypass> last(Optional<BypassId> before, int atMost) {
        return jdbc.sql("select * from syncgate.bypass where id < :before order by id desc limit :atMost")
                .param("before", before.map(BypassId::number).orElse(Long.MAX_VALUE))
                .param("atMost", atMost)
                .query(BypassRows.MAPPER)
                .list();
    }

    @Override
    public List<Bypass> of(RequestId request) {
        return jdbc.sql("select * from syncgate.bypass where request = :request order by id")
                .param("request", request.text())
                .query(BypassRows.MAPPER)
                .list();
    }

    @Override
    public List<Bypass> explain(BypassId id, String who, String text) {
        lock(id);
        List<Bypass> explained = jdbc.sql(
                        "update syncgate.bypass set explanation = :text, explained_by = :who, explained_at = :now"
                                + UNSETTLED)
                .param("id", id.number())
                .param("text", text)
                .param("who", who)
                .param("now", BypassRows.time(clock.instant()))
                .query(BypassRows.MAPPER)
                .list();
        return recorded(explained, Kind.BYPASS_EXPLAINED, who, text);
    }

    @Override
    public List<Bypass> leave(BypassId id, String why) {
        lock(id);
        List<Bypass> left = jdbc.sql("update syncgate.bypass set left_at = :now" + UNSETTLED)
                .param("id", id.number())
                .param("now", BypassRows.time(clock.instant()))
                .query(BypassRows.MAPPER)
                .list();
        return recorded(left, Kind.BYPASS_UNEXPLAINED, Entry.SYNCGATE, why);
    }

    private List<Bypass> recorded(List<Bypass> settled, Kind kind, String who, String why) {
        List<Bypass> inOrder = settled.stream()
                .sorted(Comparator.comparing(bypass -> bypass.id().number()))
                .toList();
        inOrder.forEach(bypass -> records.append(new Entry(
                clock.instant(), bypass.id(), Optional.of(bypass.application()), kind, who, why, bypass.revisions())));
        return inOrder;
    }
}
