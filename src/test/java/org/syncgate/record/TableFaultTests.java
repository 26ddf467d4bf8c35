package org.syncgate.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.record.DatabaseProperties.Migrations;
import org.syncgate.record.TableFault.Kind;

class TableFaultTests {

    private static final TableFault PENDING = new TableFault(Kind.PENDING, "migration 3 (c) has not been applied");
    private static final TableFault OTHER = new TableFault(Kind.OTHER, "migration 1 (a) is not the one");
    private static final TableFault FAILED = new TableFault(Kind.FAILED, "migration 2 (b) failed");

    @Test
    void whatOnlyHasToBeAppliedIsNoFaultBesideOthers() {
        assertThat(TableFault.refusal(List.of(PENDING, OTHER), Migrations.APPLY))
                .hasMessageStartingWith(
                        "The tables in schema syncgate were not made by this version: migration 1 (a) is not"
                                + " the one. Run the version of Syncgate that made them");
    }

    @Test
    void whatFailedHalfWayIsToldFirstAndHelpedByTheBackupAlone() {
        assertThat(TableFault.refusal(List.of(OTHER, FAILED, PENDING), Migrations.CHECK))
                .hasMessage(
                        "The tables in schema syncgate are between two versions: migration 2 (b) failed. Restore the"
                                + " backup from before the upgrade.");
    }

    @Test
    void whatIsAsAppliedButCannotBeAppliedInOrderIsNamedAllTheSame() {
        assertThat(TableFault.refusal(List.of(PENDING), Migrations.APPLY))
                .hasMessageContaining("were not made by this version: migration 3 (c) has not been applied.");
    }

    @ParameterizedTest
    @CsvSource({
        "08001, The database does not answer",
        "57P03, The database does not answer",
        "28P01, The database does not answer",
        "3D000, The database does not answer",
        "42501, This role may not do that",
        "42P01, Put that right and start this version again"
    })
    void whoReadsThatItFailedIsToldWhatToDoAboutIt(String state, String words) {
        FlywayException failed = new FlywayException(
                "a page of a script", new SQLException("ERROR: no", state, new IOException("below")));

        assertThat(Tables.failure("could not be read", failed))
                .hasMessageStartingWith("The tables in schema syncgate could not be read: ERROR: no. " + words)
                .hasMessageNotContaining("a page");
    }

    @Test
    void aCheckNamesWhatHasToBeApplied() {
        assertThat(TableFault.refusal(List.of(PENDING), Migrations.CHECK))
                .hasMessageContaining(
                        "is check, and the tables are not those of this version: migration 3 (c) has not been"
                                + " applied. Run this version once with the argument migrate");
    }
}
