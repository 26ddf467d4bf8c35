package org.syncgate.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Quorum;
import org.syncgate.model.RequestId;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Syncing;
import org.syncgate.request.Standing.Voided;
import org.syncgate.request.Standing.Waiting;

/** How requests stand in their tables. */
final class RequestRows {

    static final RowMapper<DeploymentRequest> MAPPER = (row, number) -> request(row);

    private RequestRows() {}

    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static DeploymentRequest request(ResultSet row) throws SQLException {
        return new DeploymentRequest(
                new RequestId(row.getString("id")),
                wish(row),
                new Agreement(
                        new ApplicationId(row.getString("cluster"), row.getString("application")),
                        texts(row, "deployed"),
                        texts(row, "target"),
                        row.getString("spec")),
                row.getInt("agreement_number"),
                instant(row, "agreed_at"),
                practice(row),
                row.getString("process_instance"),
                instant(row, "opened_at"),
                instant(row, "expires_at"),
                standing(row),
                row.getObject("number") == null ? Optional.empty() : Optional.of(attempt(row)));
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                row.getString("requester"),
                Disruption.of(row.getString("disruption")).orElseThrow(),
                Change.of(row.getString("change")).orElseThrow(),
                row.getString("reason"),
                row.getString("ticket"));
    }

    private static Practice practice(ResultSet row) throws SQLException {
        return new Practice(
                row.getString("edition"),
                Path.of(row.getString("path")).orElseThrow(),
                Duration.parse(row.getString("minimum_notice")),
                texts(row, "channels"),
                texts(row, "approvals").stream().map(Quorum::parse).toList(),
                row.getBoolean("needs_window"),
                texts(row, "coordinate_with"),
                row.getString("practice_words"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String words = row.getString("words");
        String status = row.getString("status");
        return switch (status) {
            case Waiting.TEXT -> new Waiting(words);
            case Voided.TEXT -> new Voided(words);
            case Syncing.TEXT -> new Syncing(words);
            case Failed.TEXT -> new Failed(words);
            case Ended.TEXT ->
                new Ended(Outcome.of(row.getString("outcome")).orElseThrow(), words, instant(row, "ended_at"));
            default -> throw new IllegalStateException("A request stands at an unknown status: " + status);
        };
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("number"),
                instant(row, "granted_at"),
                row.getString("resource_version"),
                row.getLong("history_before"),
                Attempt.Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                instant(row, "phase_since"),
                optionalInstant(row, "started_at"),
                Attempt.Holding.valueOf(row.getString("holding").toUpperCase(Locale.ROOT)),
                optionalInstant(row, "holding_since"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
