package org.syncgate.record;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.NestedExceptionUtils;
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
            throw refusal(flyway, Migrations.APPLY, e);
        } catch (FlywayException e) {
            throw failure("could not be brought to this version", e);
        }
    }

    /** Refuses all that are not of this version. */
    void check(Flyway flyway) {
        try {
            flyway.validate();
        } catch (FlywayValidateException e) {
            throw refusal(flyway, Migrations.CHECK, e);
        } catch (FlywayException e) {
            throw failure("could not be read", e);
        }
    }

    private StartRefused refusal(Flyway flyway, Migrations asked, FlywayException cause) {
        List<TableFault> faults = flyway.validateWithResult().invalidMigrations.stream()
                .map(TableFault::of)
                .toList();
        return because(
                NewerTables.among(List.of(flyway.info().all()))
                        .map(newer -> newer.refusal(release))
                        .orElseGet(() -> TableFault.refusal(faults, asked)),
                cause);
    }

    /** Flyway quotes whole scripts; PostgreSQL says what is wrong. */
    private static StartRefused failure(String what, FlywayException cause) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
        return because(
                new StartRefused(
                        "The tables in schema syncgate " + what + ": "
                                + (root instanceof SQLException ? root : cause).getMessage(),
                        "Put that right and start this version again, which goes on where it stopped; or restore the"
                                + " backup from before the upgrade."),
                cause);
    }

    private static StartRefused because(StartRefused refusal, FlywayException cause) {
        refusal.initCause(cause);
        return refusal;
    }
}
