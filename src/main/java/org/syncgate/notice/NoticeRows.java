package org.syncgate.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.syncgate.model.Subject;

/** How notices stand in their table. */
final class NoticeRows {

    static final RowMapper<Notice> MAPPER = (row, number) -> notice(row);

    private NoticeRows() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("id"),
                Subject.parse(row.getString("subject")).orElseThrow(),
                row.getInt("agreement"),
                NoticeKind.of(row.getString("kind")),
                row.getString("channel"),
                row.getString("text"),
                instant(row, "written_at").orElseThrow(),
                row.getInt("tries"),
                instant(row, "delivered_at"),
                Optional.ofNullable(row.getString("message_id")),
                Optional.ofNullable(row.getString("last_error")),
                instant(row, "abandoned_at"));
    }
}
