package org.syncgate.record;

import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.output.ValidateOutput;
import org.syncgate.record.DatabaseProperties.Migrations;
import org.syncgate.start.StartRefused;

/**
 * What is wrong with one migration, where none is of a newer version.
 *
 * @param pending whether it only has to be applied
 * @param words what is wrong, without a full stop
 */
record TableFault(boolean pending, String words) {

    static TableFault of(ValidateOutput invalid) {
        String name = "migration " + invalid.version + " (" + invalid.description + ") ";
        if (!(invalid.errorDetails.errorCode instanceof CoreErrorCode code)) {
            return new TableFault(false, invalid.errorDetails.errorMessage);
        }
        return switch (code) {
            case RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED -> new TableFault(true, name + "has not been applied");
            case CHECKSUM_MISMATCH, DESCRIPTION_MISMATCH, TYPE_MISMATCH ->
                new TableFault(false, name + "is not the one that was applied");
            case APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED ->
                new TableFault(false, name + "was applied, and this version does not have it");
            case FAILED_VERSIONED_MIGRATION -> new TableFault(false, name + "failed and may be applied in part");
            default -> new TableFault(false, invalid.errorDetails.errorMessage);
        };
    }

    /** Why the start is refused; without a fault there is not even a schema. */
    static StartRefused refusal(List<TableFault> faults, Migrations asked) {
        if (asked == Migrations.CHECK && faults.stream().allMatch(TableFault::pending)) {
            return new StartRefused(
                    DatabaseProperties.MIGRATIONS + " is check, and the tables are not those of this version: "
                            + (faults.isEmpty() ? "there are none" : words(faults)) + ".",
                    "Run this version once with the argument migrate, as the role that owns the schema syncgate.");
        }
        return new StartRefused(
                "The tables in schema syncgate were not made by this version: " + words(faults) + ".",
                "Run the version of Syncgate that made them, or restore the backup from before the upgrade.");
    }

    private static String words(List<TableFault> faults) {
        return faults.stream().map(TableFault::words).collect(Collectors.joining("; "));
    }
}
