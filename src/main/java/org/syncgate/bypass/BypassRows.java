package org.syncgate.bypass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.BypassId;
import org.syncgate.model.RequestId;

/** How bypasses stand in their table. */
final class BypassRows {

    static final RowMapper<Bypass> MAPPER = (row, number) -> bypass(row);

    private BypassRows() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Bypass bypass(ResultSet row) throws SQLException {
        @Nullable Long askedWith = row.getObject("asked_with", Long.class);
        return new Bypass(
                BypassId.of(row.getLong("id")),
                new ApplicationId(row.getString("cluster"), row.getString("application")),
                What.of(row.getString("what")),
                row.getString("by"),
                row.getString("words"),
                List.of((String[]) row.getArray("revisions").getArray()),
                Optional.ofNullable(row.getString("request")).map(RequestId::new),
                instant(row, "seen_at").orElseThrow(),
                row.getBoolean("asked"),
                Optional.ofNullable(askedWith).map(BypassId::of),
                explanation(row),
                instant(row, "left_at"));
    }

    private static Optional<Explanation> explanation(ResultSet row) throws SQLException {
        Optional<Instant> at = instant(row, "explained_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Explanation(row.getString("explanation"), row.getString("explained_by"), at.orElseThrow()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
