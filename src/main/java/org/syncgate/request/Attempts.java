package org.syncgate.request;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.RequestId;

/** The grants, each a row of its own. */
@Repository
class Attempts {

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps an attempt as it stands now; what was granted never changes. */
    void save(RequestId id, Attempt attempt) {
        jdbc.sql("""
                        insert into syncgate.attempt (
                            request, number, granted_at, resource_version, history_before, phase, phase_since,
                            started_at, holding, holding_since)
                        values (
                            :request, :number, :grantedAt, :resourceVersion, :historyBefore, :phase, :phaseSince,
                            :startedAt, :holding, :holdingSince)
                        on conflict (request, number) do update set
                            phase = excluded.phase, phase_since = excluded.phase_since,
                            started_at = excluded.started_at, holding = excluded.holding,
                            holding_since = excluded.holding_since
                        """)
                .param("request", id.text())
                .param("number", attempt.number())
                .param("grantedAt", RequestRows.time(attempt.grantedAt()))
                .param("resourceVersion", attempt.resourceVersion())
                .param("historyBefore", attempt.historyBefore())
                .param("phase", RequestRows.text(attempt.phase()))
                .param("phaseSince", RequestRows.time(attempt.phaseSince()))
                .param("startedAt", nullable(attempt.startedAt()))
                .param("holding", RequestRows.text(attempt.holding()))
                .param("holdingSince", nullable(attempt.holdingSince()))
                .update();
    }

    private static @Nullable OffsetDateTime nullable(Optional<Instant> instant) {
        return instant.map(RequestRows::time).orElse(null);
    }
}
