package org.syncgate.window;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.record.Records;
import org.syncgate.request.ARequest;
import org.syncgate.request.Requests;

/**
 * The tables of freezes and windows, and of what they are about, on a real PostgreSQL. It is no {@code @Configuration}, so that
 * scanning the test classes does not find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@ComponentScan(basePackageClasses = {Requests.class, Records.class})
@Import({EmbeddedDatabase.class, JdbcFreezes.class, JdbcWindows.class, WindowPlaces.class, WindowWork.class})
class WindowDatabase {

    @Bean
    Clock clock() {
        return Clock.fixed(ARequest.OPENED, ZoneOffset.UTC);
    }
}
