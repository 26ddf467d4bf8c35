package org.syncgate.demo;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Gives a Spring context a fresh database on an embedded, real PostgreSQL: import it, and the auto-configured DataSource
 * connects to it. It is no {@code @Configuration}, so that scanning the test classes does not find it.
 */
public final class EmbeddedDatabase {

    /** The DataSource depends on this bean, so the server outlives the connections. */
    @Bean(destroyMethod = "close")
    JdbcConnectionDetails freshDatabase() {
        return FreshDatabase.create();
    }
}
