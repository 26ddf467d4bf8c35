package org.syncgate.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.syncgate.SyncgateApplication;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.demo.TableOwner;

/** With which roles and tables Syncgate starts, and what the argument {@code migrate} does. */
class RecordStartIT {

    private static final String APPLICATION = "syncgate_app";

    private AnnotationConfigApplicationContext database = new AnnotationConfigApplicationContext();
    private TableOwner owner = new TableOwner("");

    @BeforeEach
    void anEmptyDatabase() {
        database = new AnnotationConfigApplicationContext(EmbeddedDatabase.class);
        owner = database.getBean(TableOwner.class);
    }

    @AfterEach
    void noDatabase() {
        database.close();
    }

    @Test
    void migrateMakesTheTablesAndTheirRightsAsTheirOwnerAndEnds() {
        migrate();
        migrate();

        assertThat(owner.sql()
                        .sql("select tableowner from pg_tables where schemaname = 'syncgate' group by 1")
                        .query(String.class)
                        .list())
                .containsExactly(owner.role());
        assertThatCode(() -> start(APPLICATION, "--syncgate.database.migrations=check")
                        .close())
                .as("the application's role reads what it needs, without the owner's credentials")
                .doesNotThrowAnyException();
    }

    @Test
    void withoutTheTablesOfThisVersionACheckingStartIsRefusedAndMakesNothing() {
        assertThatThrownBy(() -> start(APPLICATION, "--syncgate.database.migrations=check"))
                .hasStackTraceContaining(
                        "syncgate.database.migrations is check, and the tables are not those of this" + " version")
                .hasStackTraceContaining("Run this version once with the argument migrate");
        assertThat(tables()).isEmpty();
    }

    @Test
    void whoOwnsTheRecordIsRefusedOutsideProfileLocal() {
        assertThatThrownBy(() -> start(owner.role()))
                .hasStackTraceContaining("The database role 'syncgate_migrator' that Syncgate runs as could rewrite the"
                        + " record: it owns the table")
                .hasStackTraceContaining("Let one role own the schema syncgate (spring.flyway.user)");
    }

    @Test
    void oneRoleForBothIsEnoughInProfileLocal() {
        assertThatCode(() ->
                        start(owner.role(), "--spring.profiles.active=local").close())
                .doesNotThrowAnyException();
        assertThat(tables()).contains("record");
    }

    @Test
    void whoWasGrantedAChangeOfTheRecordIsRefused() {
        migrate();
        owner.sql().sql("grant update (why) on syncgate.record to syncgate_app").update();

        assertThatThrownBy(() -> start(APPLICATION, "--syncgate.database.migrations=check"))
                .hasStackTraceContaining("it may change or delete entries");
    }

    @Test
    void aRoleThatDoesNotExistIsRefusedByItsProperty() {
        assertThatThrownBy(() -> migrate("--syncgate.database.application-role=nobody_of_this_name"))
                .hasStackTraceContaining("There is no database role \"nobody_of_this_name\"")
                .hasStackTraceContaining("syncgate.database.application-role");
    }

    private void migrate(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "migrate",
                "--spring.datasource.url=" + owner.url(),
                "--spring.datasource.username=" + APPLICATION,
                "--spring.flyway.user=" + owner.role(),
                "--spring.flyway.password=any",
                "--syncgate.database.migrations=check"));
        arguments.addAll(List.of(more));
        SyncgateApplication.main(arguments.toArray(String[]::new));
    }

    private ConfigurableApplicationContext start(String role, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--spring.datasource.url=" + owner.url(), "--spring.datasource.username=" + role));
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(RecordDatabase.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    private List<String> tables() {
        return owner.sql()
                .sql("select tablename from pg_tables where schemaname = 'syncgate'")
                .query(String.class)
                .list();
    }
}
