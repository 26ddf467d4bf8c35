package org.syncgate.bypass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.ApplicationId;

/**
 * Up to where each application is known, kept so that what happens while no instance runs is seen at the next start. The
 * row of one that is gone stays: if it ever comes back, it is no application that nobody has ever seen.
 */
@Repository
class Baselines {

    private static final String ROW =
            "select * from syncgate.baseline where cluster = :cluster and application = :application";

    private final JdbcClient jdbc;

    Baselines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers whether it is the first of its application. */
    boolean begin(ApplicationId id, Baseline baseline) {
        return jdbc.sql("""
                                insert into syncgate.baseline (
                                    cluster, application, uid, glance, history_id, begun, known_until, auto_sync, looks)
                                values (
                                    :cluster, :application, :uid, :glance, :historyId, :begun, :knownUntil, :autoSync,
                                    :looks)
                                on conflict do nothing
                                """)
                        .param("cluster", id.cluster())
                        .param("application", id.name())
                        .params(values(baseline))
                        .update()
                > 0;
    }

    Optional<Baseline> find(ApplicationId id) {
        return one(ROW, id);
    }

    /** Locked until the transaction ends: of instances that see the same, one keeps it after the other. */
    Optional<Baseline> lock(ApplicationId id) {
        return one(ROW + " for update", id);
    }

    private Optional<Baseline> one(String query, ApplicationId id) {
        return jdbc.sql(query)
                .param("cluster", id.cluster())
                .param("application", id.name())
                .query((row, number) -> baseline(row))
                .optional();
    }

    void move(ApplicationId id, Baseline baseline) {
        jdbc.sql("""
                        update syncgate.baseline
                        set uid = :uid, glance = :glance, history_id = :historyId, begun = :begun,
                            known_until = :knownUntil, auto_sync = :autoSync, looks = :looks
                        where cluster = :cluster and application = :application
                        """)
                .param("cluster", id.cluster())
                .param("application", id.name())
                .params(values(baseline))
                .update();
    }

    /** How each application looked when it was last looked at, in short; without those that have only been seen. */
    Map<ApplicationId, String> glances() {
        return jdbc
                .sql("select cluster, application, glance from syncgate.baseline where looks > 0")
                .query((row, number) -> Map.entry(
                        new ApplicationId(row.getString("cluster"), row.getString("application")),
                        row.getString("glance")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Baseline baseline(ResultSet row) throws SQLException {
        return new Baseline(
                row.getString("uid"),
                row.getString("glance"),
                row.getLong("history_id"),
                row.getString("begun"),
                row.getObject("known_until", OffsetDateTime.class).toInstant(),
                row.getBoolean("auto_sync"),
                row.getLong("looks"));
    }

    private static Map<String, ?> values(Baseline baseline) {
        return Map.of(
                "uid",
                baseline.uid(),
                "glance",
                baseline.glance(),
                "historyId",
                baseline.historyId(),
                "begun",
                baseline.begun(),
                "knownUntil",
                BypassRows.time(baseline.knownUntil()),
                "autoSync",
                baseline.autoSync(),
                "looks",
                baseline.looks());
    }
}
