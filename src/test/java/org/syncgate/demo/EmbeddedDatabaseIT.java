package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseIT {

    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDatabase.class);

    @Test
    void twoContextsHaveADatabaseEachOnOneServer() {
        contexts.run(first -> contexts.run(second -> {
            assertThat(ask(first.getBean(DataSource.class), "select current_database()"))
                    .isNotEqualTo(ask(second.getBean(DataSource.class), "select current_database()"));
            assertThat(ask(first.getBean(DataSource.class), "select pg_postmaster_start_time()::text"))
                    .isEqualTo(ask(second.getBean(DataSource.class), "select pg_postmaster_start_time()::text"));
        }));
    }

    @Test
    void aContextAfterTheLastOneFindsAServerAgain() {
        contexts.run(first -> assertThat(first).hasNotFailed());
        contexts.run(next -> assertThat(ask(next.getBean(DataSource.class), "select version()"))
                .startsWith("PostgreSQL"));
    }

    private static String ask(DataSource database, String query) {
        return JdbcClient.create(database).sql(query).query(String.class).single();
    }
}
