package org.syncgate.record;

import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.syncgate.record.DatabaseProperties.Migrations;

/** Brings the tables to this version at the start, or sees that somebody has. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class TablesConfiguration {

    @Bean
    FlywayMigrationStrategy migrations(DatabaseProperties properties, Tables tables) {
        return properties.migrations() == Migrations.CHECK ? tables::check : tables::apply;
    }
}
