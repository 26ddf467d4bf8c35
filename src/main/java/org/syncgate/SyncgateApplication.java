package org.syncgate;

import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.syncgate.record.TableMigration;

/** The gate in front of Argo CD's sync button. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SyncgateApplication {

    /** The one clock that tells the time everywhere. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Starts Syncgate; with {@code migrate} as the first argument it only brings the tables to this version. */
    public static void main(String[] args) {
        // the engine changes the case of names in the machine's language, and misses its tables in Turkish
        Locale.setDefault(Locale.ENGLISH);
        if (TableMigration.isAskedBy(args)) {
            TableMigration.run(args);
        } else {
            SpringApplication.run(SyncgateApplication.class, args);
        }
    }
}
