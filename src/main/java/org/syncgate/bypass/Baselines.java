package org.syncgate.bypass;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.ApplicationId;

/** Up to where each application is known, kept so that what happens while no instance runs is seen at the next start. */
@Repository
class Baselines {

    private final JdbcClient jdbc;
    private final Clock clock;

    Baselines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Answers whether it is the first of its application. */
    boolean begin(ApplicationId id, Baseline baseline) {
        return jdbc.sql("""
                                insert into syncgate.baseline (
                                    cluster, application, uid, glance, history_id, begun, auto_sync, since)
                                values (:cluster, :application, :uid, :glance, :historyId, :begun, :autoSync, :now)
                                on conflict do nothing
                                """)
                        .param("cluster", id.cluster())
                        .param("application", id.name())
                        .params(values(baseline))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Locked until the transaction ends: instances that see the same look at it one after the other. */
    Optional<Baseline> lock(ApplicationId id) {
        return jdbc.sql("""
                        select * from syncgate.baseline where cluster = :cluster and application = :application for update
                        """)
                .param("cluster", id.cluster())
                .param("application", id.name())
                .query((row, number) -> new Baseline(
                        row.getString("uid"),
                        row.getString("glance"),
                        row.getLong("history_id"),
                        row.getString("begun"),
                        row.getBoolean("auto_sync")))
                .optional();
    }

    void move(ApplicationId id, Baseline baseline) {
        jdbc.sql("""
                        update syncgate.baseline
                        set uid = :uid, glance = :glance, history_id = :historyId, begun = :begun, auto_sync = :autoSync
                        where cluster = :cluster and application = :application
                        """)
                .param("cluster", id.cluster())
                .param("application", id.name())
                .params(values(baseline))
                .update();
    }

    /** How each application looked when it was last looked at, in short. */
    Map<ApplicationId, String> glances() {
        return jdbc
                .sql("select cluster, application, glance from syncgate.baseline")
                .query((row, number) -> Map.entry(
                        new ApplicationId(row.getString("cluster"), row.getString("application")),
                        row.getString("glance")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
                "autoSync",
                baseline.autoSync());
    }
}
