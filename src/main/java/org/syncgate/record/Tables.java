package org.syncgate.record;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateResult;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.syncgate.record.DatabaseProperties.Migrations;
import org.syncgate.start.StartRefused;

/**
 * The tables of schema {@code syncgate}, migrated or checked. The start is refused on those of a newer version: an older
 * one would misread their rows, and revoke what the newer one granted.
 */
@Component
class Tables implements FlywayConfigurationCustomizer {

    private final Optional<String> release;

    Tables(ObjectProvider<BuildProperties> build) {
        release = Optional.ofNullable(build.getIfAvailable()).flatMap(known -> Optional.ofNullable(known.getVersion()));
    }

    /** Has the history of the migrations say which version of Syncgate applied each; only the tables' owner can write there. */
    @Override
    public void customize(FluentConfiguration configuration) {
        release.map(NewerTables::installer).ifPresent(configuration::installedBy);
    }

    /** Brings them to this version. */
    void apply(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw refusal(flyway, flyway.validateWithResult(), Migrations.APPLY);
        } catch (FlywayException e) {
            throw failure("could not be brought to this version", e);
        }
    }

    /** Refuses all that are not of this version. */
    void check(Flyway flyway) {
        try {
            ValidateResult found = flyway.validateWithResult();
            if (!found.validationSuccessful) {
                throw refusal(flyway, found, Migrations.CHECK);
            }
        } catch (FlywayException e) {
            throw failure("could not be read", e);
        }
    }

    /** Tables on which one of this version's own migrations is another one are no newer ones, whatever else was applied. */
    private StartRefused refusal(Flyway flyway, ValidateResult found, Migrations asked) {
        List<TableFault> faults =
                found.invalidMigrations.stream().map(TableFault::of).toList();
        if (faults.stream().noneMatch(fault -> fault.kind() == TableFault.Kind.CHANGED)) {
            Optional<NewerTables> newer =
                    NewerTables.among(List.of(flyway.info().all()));
            if (newer.isPresent()) {
                return newer.orElseThrow().refusal(release);
            }
        }
        return TableFault.refusal(faults, asked);
    }

    /** Flyway quotes whole scripts; PostgreSQL says what is wrong. */
    static StartRefused failure(String what, FlywayException cause) {
        Optional<SQLException> said = said(cause);
        String words = said.map(Throwable::getMessage).orElseGet(cause::getMessage);
        String state = said.map(SQLException::getSQLState).orElse("");
        StartRefused refusal = new StartRefused(
                "The tables in schema syncgate " + what + ": " + words + (words.endsWith(".") ? "" : "."), toDo(state));
        refusal.initCause(cause);
        return refusal;
    }

    /** The states are PostgreSQL's (appendix A of its manual). */
    private static String toDo(String state) {
        if (Stream.of("08", "28", "3D", "57P").anyMatch(state::startsWith)) {
            return "The database does not answer, or does not let Syncgate in: put that right and start it again.";
        }
        if (state.equals("42501")) {
            return "This role may not do that: run this version once with the argument migrate, as the role that owns the"
                    + " schema syncgate and with the rights of deploy/database.";
        }
        return "Put that right and start this version again, which goes on where it stopped; or restore the backup from"
                + " before the upgrade.";
    }

    private static Optional<SQLException> said(FlywayException failed) {
        return Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((first, last) -> last);
    }
}
