package org.syncgate.record;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What the argument {@code migrate} runs in place of Syncgate: it brings the tables to this version and ends. So the
 * credentials of their owner need not be anywhere near what people and machines can reach. It is no configuration that
 * Syncgate itself would find.
 */
@ImportAutoConfiguration({
    ProjectInfoAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import(Tables.class)
public final class TableMigration {

    private static final String ARGUMENT = "migrate";

    TableMigration() {}

    /** Whether these arguments ask for it: the first is {@value #ARGUMENT}. */
    public static boolean isAskedBy(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(ARGUMENT);
    }

    /** Brings the tables to this version, as {@code spring.flyway.user}. */
    public static void run(String[] arguments) {
        new SpringApplicationBuilder(TableMigration.class)
                .web(WebApplicationType.NONE)
                .run(arguments)
                .close();
    }

    @Bean
    FlywayMigrationStrategy migrations(Tables tables) {
        return tables::apply;
    }
}
