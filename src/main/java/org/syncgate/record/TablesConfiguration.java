package org.syncgate.record;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.syncgate.record.DatabaseProperties.Migrations;
import org.syncgate.start.StartRefused;

/** Brings the tables to this version at the start, or sees that somebody has. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class TablesConfiguration {

    @Bean
    FlywayMigrationStrategy migrations(DatabaseProperties properties) {
        return properties.migrations() == Migrations.CHECK ? TablesConfiguration::check : Flyway::migrate;
    }

    private static void check(Flyway flyway) {
        try {
            flyway.validate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    DatabaseProperties.MIGRATIONS + " is check, and the tables are not those of this version: "
                            + e.getMessage(),
                    "Run this version once with the argument migrate, as the role that owns the schema syncgate.");
        }
    }
}
