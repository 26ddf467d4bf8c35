package org.syncgate.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncgate.start.StartRefused;

class NewerTablesTests {

    @Test
    void theVersionThatMadeThemIsNamedAndSaidToBeRun() {
        assertThat(refusal(Optional.of("0.3.0"), Optional.of("0.2.0")))
                .hasMessage(
                        "The tables in schema syncgate were made by Syncgate 0.3.0 (migration 4), which is newer than"
                                + " this one (0.2.0, migration 1). Run Syncgate 0.3.0 or newer, or restore the backup from before"
                                + " the upgrade.");
    }

    @Test
    void whereNoVersionWasKeptTheMigrationIsNamed() {
        assertThat(refusal(Optional.empty(), Optional.of("0.2.0")))
                .hasMessage("The tables in schema syncgate have migration 4 (agreed times), which is newer than this"
                        + " Syncgate (0.2.0, migration 1). Run the version of Syncgate that brings that migration, or a"
                        + " newer one, or restore the backup from before the upgrade.");
    }

    @Test
    void twoBuildsOfOneSnapshotAreToldApartByTheirMigrations() {
        assertThat(refusal(Optional.of("0.3.0-SNAPSHOT"), Optional.of("0.3.0-SNAPSHOT")))
                .hasMessage("The tables in schema syncgate were made by another build of Syncgate 0.3.0-SNAPSHOT"
                        + " (migration 4), which is newer than this one (migration 1). Run the build that made them, or a"
                        + " newer one, or restore the backup from before the upgrade.");
    }

    @Test
    void aBuildThatDoesNotKnowItsVersionSaysItsMigration() {
        assertThat(refusal(Optional.of("0.3.0"), Optional.empty()))
                .hasMessageStartingWith(
                        "The tables in schema syncgate were made by Syncgate 0.3.0 (migration 4), which is newer than"
                                + " this one (migration 1).");
    }

    private static StartRefused refusal(Optional<String> release, Optional<String> running) {
        return new NewerTables("4", "agreed times", release, "1").refusal(running);
    }
}
