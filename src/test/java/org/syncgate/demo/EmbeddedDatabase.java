package org.syncgate.demo;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Gives a Spring context a fresh database on an embedded, real PostgreSQL: import it, and the auto-configured DataSource
 * connects to it, as one role; Flyway makes the tables as another, as in production. It is no {@code @Configuration}, so that
 * scanning the test classes does not find it.
 */
public final class EmbeddedDatabase {

    /** The DataSource depends on this bean, so the server outlives the connections. */
    @Bean(destroyMethod = "close")
    FreshDatabase freshDatabase() {
        return FreshDatabase.create();
    }

    @Bean
    TableOwner tableOwner(FreshDatabase database) {
        return new TableOwner(database.getJdbcUrl());
    }

    @Bean
    FlywayConnectionDetails migrationAsTheOwner(TableOwner owner) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return FreshDatabase.OWNER;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return owner.url();
            }
        };
    }

    @Bean
    FlywayConfigurationCustomizer grantsForTheApplication(FreshDatabase database) {
        return configuration -> {
            Map<String, String> placeholders = new HashMap<>(configuration.getPlaceholders());
            placeholders.put("application_role", database.getUsername());
            configuration.placeholders(placeholders);
        };
    }
}
