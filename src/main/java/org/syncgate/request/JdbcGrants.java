package org.syncgate.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;

@Repository
class JdbcGrants implements Grants {

    private final JdbcClient jdbc;

    JdbcGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Grant> of(RequestId id) {
        // an attempt does not name its agreement, which is the last that was made before it
        return jdbc.sql("""
                        select r.cluster, r.application, a.number, a.history_before, a.granted_at,
                            case when a.phase = 'over' then a.phase_since end as over_at, a.started_at, g.target, g.spec
                        from syncgate.request r
                        join syncgate.attempt a on a.request = r.id
                        join lateral (
                            select target, spec from syncgate.agreement where request = r.id
                            order by agreed_at <= a.granted_at desc,
                                case when agreed_at <= a.granted_at then -number else number end
                            limit 1
                        ) g on true
                        where r.id = :id order by a.number
                        """)
                .param("id", id.text())
                .query((row, number) -> grant(row))
                .list();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                new ApplicationId(row.getString("cluster"), row.getString("application")),
                row.getInt("number"),
                row.getLong("history_before"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                time(row, "over_at"),
                time(row, "started_at"),
                List.of((String[]) row.getArray("target").getArray()),
                row.getString("spec"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
