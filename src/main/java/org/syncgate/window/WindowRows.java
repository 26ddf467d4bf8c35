package org.syncgate.window;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;
import org.syncgate.window.MaintenanceWindow.Status;

/** How windows stand in their tables. */
final class WindowRows {

    static final RowMapper<MaintenanceWindow> WINDOW = (row, number) -> new MaintenanceWindow(
            id(row),
            instant(row, "starts_at").orElseThrow(),
            instant(row, "ends_at").orElseThrow(),
            row.getBoolean("moved"),
            Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT).replace('-', '_')),
            Optional.ofNullable(row.getString("coordinator")),
            row.getBoolean("announced"),
            instant(row, "started_at"),
            instant(row, "over_at"));

    static final RowMapper<Place> PLACE = (row, number) -> new Place(
            id(row),
            new RequestId(row.getString("request")),
            instant(row, "joined_at").orElseThrow(),
            Optional.ofNullable(row.getString("held")));

    static final RowMapper<Departure> DEPARTURE = (row, number) -> new Departure(
            id(row),
            new RequestId(row.getString("request")),
            instant(row, "left_at").orElseThrow(),
            row.getString("left_why"));

    static final RowMapper<NotedWork> WORK = (row, number) ->
            new NotedWork(instant(row, "at").orElseThrow(), row.getString("who"), row.getString("what"));

    private WindowRows() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** With all that a window's row holds. */
    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, MaintenanceWindow window) {
        return statement
                .param("calendar", window.id().calendar())
                .param("planned", window.id().planned())
                .param("startsAt", time(window.startsAt()))
                .param("endsAt", time(window.endsAt()))
                .param("moved", window.moved())
                .param("status", text(window.status()))
                .param("coordinator", window.coordinator().orElse(null))
                .param("announced", window.announced())
                .param("startedAt", window.startedAt().map(WindowRows::time).orElse(null))
                .param("overAt", window.overAt().map(WindowRows::time).orElse(null));
    }

    private static String text(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static WindowId id(ResultSet row) throws SQLException {
        return new WindowId(row.getString("calendar"), row.getObject("planned", LocalDate.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
