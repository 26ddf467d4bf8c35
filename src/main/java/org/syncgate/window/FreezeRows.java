package org.syncgate.window;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.syncgate.model.FreezeId;
import org.syncgate.model.RequestId;

/** How freezes and what overrides them stand in their tables. */
final class FreezeRows {

    static final RowMapper<Freeze> FREEZE = (row, number) -> freeze(row);

    static final RowMapper<FreezeOverride> OVERRIDE = (row, number) -> new FreezeOverride(
            FreezeId.of(row.getLong("freeze_id")),
            new RequestId(row.getString("request")),
            row.getInt("agreement"),
            row.getString("who"),
            row.getString("reason"),
            instant(row, "at"));

    private FreezeRows() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Freeze freeze(ResultSet row) throws SQLException {
        return new Freeze(
                FreezeId.of(row.getLong("id")),
                new FreezeTerms(
                        instant(row, "begins_at"),
                        instant(row, "ends_at"),
                        new FreezeScope(texts(row, "services"), texts(row, "clusters")),
                        row.getString("reason")),
                row.getString("who"),
                instant(row, "set_at"),
                lifted(row));
    }

    private static Optional<FreezeLift> lifted(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject("lifted_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(new FreezeLift(at.toInstant(), row.getString("lifted_by"), row.getString("lift_reason")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
