package org.syncgate.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.syncgate.SyncgateApplication;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.demo.TableOwner;
import org.syncgate.start.StartRefused;

/** What each way in makes of tables that are not what this version expects. */
@Tag("own-application")
@ExtendWith(OutputCaptureExtension.class)
class TablesIT {

    /** The ways in which a version meets the tables. */
    enum Way {
        MIGRATE,
        APPLY,
        CHECK
    }

    /** A migration besides, which fails. */
    private static final String ONE_MORE =
            "--spring.flyway.locations=classpath:db/migration,classpath:org/syncgate/record/failing";

    /** Keeps the server up from one test to the next. */
    private static final AnnotationConfigApplicationContext SERVER = new AnnotationConfigApplicationContext();

    private AnnotationConfigApplicationContext database = new AnnotationConfigApplicationContext();
    private TableOwner owner = new TableOwner("");

    @BeforeAll
    static void aServer() {
        SERVER.register(EmbeddedDatabase.class);
        SERVER.refresh();
    }

    @AfterAll
    static void noServer() {
        SERVER.close();
    }

    @BeforeEach
    void tablesOfThisVersion() {
        database = new AnnotationConfigApplicationContext(EmbeddedDatabase.class);
        owner = database.getBean(TableOwner.class);
        start(Way.MIGRATE);
    }

    @AfterEach
    void noDatabase() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfThisVersionAreTakenAsTheyAre(Way way) {
        List<String> before = tables();

        assertThatCode(() -> start(way)).doesNotThrowAnyException();

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void theHistorySaysWhichVersionAppliedEachMigrationAndWhatItWas() throws IOException {
        assertThat(history("installed_by")).allSatisfy(who -> assertThat(who).matches("Syncgate \\d+\\.\\d+\\.\\d+.*"));
        assertThat(history("version || ' ' || description || ' ' || checksum"))
                .isEqualTo(MigrationFile.all().stream().map(MigrationFile::line).toList());
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfANewerVersionAreRefusedByItsNameAndStayAsTheyAre(Way way, CapturedOutput output) {
        newer("Syncgate 99.1.0");
        List<String> before = tables();

        refused(way).hasStackTraceContaining(StartRefused.class.getName());

        assertThat(output)
                .contains("The tables in schema syncgate were made by Syncgate 99.1.0 (migration 9999), which is newer"
                        + " than this one (")
                .contains("Run Syncgate 99.1.0 or newer, or restore the backup from before the upgrade.")
                .doesNotContain("\tat ");
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void theRowOfASchemaThatFlywayMadeIsTakenForNoMigration() {
        owner.sql()
                .sql(
                        "insert into syncgate.flyway_schema_history (installed_rank, description, type, script, installed_by,"
                                + " execution_time, success) values (0, '<< Flyway Schema Creation >>', 'SCHEMA', 'syncgate',"
                                + " 'postgres', 0, true)")
                .update();
        assertThatCode(() -> start(Way.CHECK)).doesNotThrowAnyException();
        newer("Syncgate 99.1.0");

        refused(Way.CHECK).hasStackTraceContaining("were made by Syncgate 99.1.0 (migration 9999)");
    }

    @Test
    void newerTablesOfWhichNoVersionWasKeptAreRefusedByTheirMigration() {
        newer("syncgate_migrator");

        refused(Way.CHECK)
                .hasStackTraceContaining(
                        "The tables in schema syncgate have migration 9999 (of a newer version), which is newer than"
                                + " this Syncgate (");
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationThatIsNotTheOneThatWasAppliedIsRefused(Way way) {
        owner.sql()
                .sql("update syncgate.flyway_schema_history set checksum = 4711 where version = '1'")
                .update();
        List<String> before = tables();

        refused(way)
                .hasStackTraceContaining(
                        "The tables in schema syncgate were not made by this version: migration 1 (baseline) is not the"
                                + " one that was applied. Run the version of Syncgate that made them, or restore the backup from"
                                + " before the upgrade.");
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void tablesThatAnotherLineOfVersionsBeganAreNotTakenForNewerOnes() {
        owner.sql()
                .sql("update syncgate.flyway_schema_history set checksum = 4711 where version = '1'")
                .update();
        newer("syncgate_migrator");

        refused(Way.MIGRATE)
                .hasStackTraceContaining(
                        "The tables in schema syncgate were not made by this version: migration 1 (baseline)"
                                + " is not the one that was applied; migration 9999 (of a newer version) was applied, and this"
                                + " version does not have it.");
    }

    @Test
    void anAppliedMigrationThatThisVersionDoesNotHaveIsRefused() {
        applied("0.5", "Syncgate 0.0.5");

        refused(Way.CHECK)
                .hasStackTraceContaining(
                        "The tables in schema syncgate were not made by this version: migration 0.5 (of a newer version)"
                                + " was applied, and this version does not have it.");
    }

    @Test
    void aMigrationThatFailedAndLeftSomethingIsRefused() {
        owner.sql()
                .sql("update syncgate.flyway_schema_history set success = false where version = '1'")
                .update();

        refused(Way.APPLY)
                .hasStackTraceContaining(
                        "The tables in schema syncgate are between two versions: migration 1 (baseline)"
                                + " failed and may be applied in part. Restore the backup from before the upgrade.");
    }

    @Test
    void aMigrationThatFailsIsSaidInPostgresWordsAndLeavesNothing(CapturedOutput output) {
        List<String> before = tables();

        refused(Way.MIGRATE, ONE_MORE).hasStackTraceContaining(StartRefused.class.getName());

        assertThat(output)
                .contains("The tables in schema syncgate could not be brought to this version: ERROR: relation"
                        + " \"syncgate.not_there\" does not exist")
                .contains("start this version again, which goes on where it stopped")
                .doesNotContain("\tat ");
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void whereAMigrationIsMissingACheckingStartSaysWhich() {
        refused(Way.CHECK, ONE_MORE)
                .hasStackTraceContaining("syncgate.database.migrations is check, and the tables are not those of this"
                        + " version: migration 9999 (cannot work) has not been applied. Run this version once with the"
                        + " argument migrate, as the role that owns the schema syncgate.");
    }

    private AbstractThrowableAssert<?, ?> refused(Way way, String... more) {
        return assertThatThrownBy(() -> start(way, more));
    }

    /** As a newer version leaves them: with a table of its own, and what it granted there. */
    private void newer(String installer) {
        owner.sql().sql("create table syncgate.of_the_newer (id bigint)").update();
        owner.sql().sql("grant update on syncgate.of_the_newer to syncgate_app").update();
        applied("9999", installer);
    }

    private void applied(String version, String installer) {
        owner.sql()
                .sql("""
                        insert into syncgate.flyway_schema_history (installed_rank, version, description, type, script,
                            checksum, installed_by, execution_time, success)
                        values (9999, :version, 'of a newer version', 'SQL', 'V' || :version || '__of_a_newer_version.sql', 1,
                            :installer, 1, true)
                        """)
                .param("version", version)
                .param("installer", installer)
                .update();
    }

    private void start(Way way, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--spring.datasource.url=" + owner.url(), "--spring.datasource.username=syncgate_app"));
        if (way != Way.CHECK) {
            arguments.addAll(List.of("--spring.flyway.user=" + owner.role(), "--spring.flyway.password=any"));
        }
        arguments.addAll(List.of(more));
        if (way == Way.MIGRATE) {
            arguments.add(0, "migrate");
            SyncgateApplication.main(arguments.toArray(String[]::new));
        } else {
            arguments.add("--syncgate.database.migrations=" + way.name().toLowerCase(Locale.ROOT));
            new SpringApplicationBuilder(RecordDatabase.class)
                    .web(WebApplicationType.NONE)
                    .run(arguments.toArray(String[]::new))
                    .close();
        }
    }

    /** What the schema holds, who may do what with it, and by which migrations it was made. */
    private List<String> tables() {
        List<String> all = new ArrayList<>(owner.sql()
                .sql("select concat(relname, ' ', relkind, ' ', relacl::text) from pg_class"
                        + " where relnamespace = 'syncgate'::regnamespace order by relname")
                .query(String.class)
                .list());
        all.addAll(history("to_jsonb(flyway_schema_history)::text"));
        return all;
    }

    private List<String> history(String what) {
        return owner.sql()
                .sql("select " + what + " from syncgate.flyway_schema_history where version is not null order by"
                        + " installed_rank")
                .query(String.class)
                .list();
    }
}
