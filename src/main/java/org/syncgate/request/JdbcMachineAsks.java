package org.syncgate.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.RequestId;

@Repository
class JdbcMachineAsks implements MachineAsks {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcMachineAsks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By a hash: of two keys that share one, the second only has to be sent again. */
    @Override
    public boolean lock(String client, String key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:client || ' ' || :key, 0))")
                .param("client", client)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<MachineAsk> find(String client, String key) {
        return jdbc.sql("select * from syncgate.machine_request where client = :client and key = :key")
                .param("client", client)
                .param("key", key)
                .query((row, number) -> ask(row))
                .optional();
    }

    @Override
    public void keep(MachineAsk ask) {
        jdbc.sql("""
                        insert into syncgate.machine_request (client, key, fingerprint, request, asked_at)
                        values (:client, :key, :fingerprint, :request, :at)
                        """)
                .param("client", ask.client())
                .param("key", ask.key())
                .param("fingerprint", ask.fingerprint())
                .param("request", ask.request().text())
                .param("at", RequestRows.time(clock.instant()))
                .update();
    }

    @Override
    public boolean isBy(String client, RequestId request) {
        return jdbc.sql("select count(*) from syncgate.machine_request where client = :client and request = :request")
                        .param("client", client)
                        .param("request", request.text())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static MachineAsk ask(ResultSet row) throws SQLException {
        return new MachineAsk(
                row.getString("client"),
                row.getString("key"),
                row.getString("fingerprint"),
                new RequestId(row.getString("request")));
    }
}
