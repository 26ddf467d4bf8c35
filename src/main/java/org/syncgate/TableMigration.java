package org.syncgate;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * What the argument {@code migrate} runs in place of Syncgate: it brings the tables to this version and ends. So the
 * credentials of their owner need not be anywhere near what people and machines can reach. It is no configuration that
 * Syncgate itself would find.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
class TableMigration {

    private static final String ARGUMENT = "migrate";

    /** Whether these arguments ask for it: the first is {@value #ARGUMENT}. */
    static boolean isAskedBy(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(ARGUMENT);
    }

    static void run(String[] arguments) {
        new SpringApplicationBuilder(TableMigration.class)
                .web(WebApplicationType.NONE)
                .run(arguments)
                .close();
    }
}
