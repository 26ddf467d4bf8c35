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
 * @param kind what follows from it
 * @param words what is wrong, without a full stop
 */
record TableFault(Kind kind, String words) {

    enum Kind {
        /** It only has to be applied. */
        PENDING,
        /** It left the tables half-way between two versions. */
        FAILED,
        /** It is another one than was applied: the tables are not of this line of versions. */
        CHANGED,
        /** The tables are another version's. */
        OTHER
    }

    static TableFault of(ValidateOutput invalid) {
        String name = "migration " + invalid.version + " (" + invalid.description + ") ";
        if (!(invalid.errorDetails.errorCode instanceof CoreErrorCode code)) {
            return new TableFault(Kind.OTHER, invalid.errorDetails.errorMessage);
        }
        return switch (code) {
            case RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED ->
                new TableFault(Kind.PENDING, name + "has not been applied");
            case CHECKSUM_MISMATCH, DESCRIPTION_MISMATCH, TYPE_MISMATCH ->
                new TableFault(Kind.CHANGED, name + "is not the one that was applied");
            case APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED ->
                new TableFault(Kind.OTHER, name + "was applied, and this version does not have it");
            case FAILED_VERSIONED_MIGRATION -> new TableFault(Kind.FAILED, name + "failed and may be applied in part");
            default -> new TableFault(Kind.OTHER, invalid.errorDetails.errorMessage);
        };
    }

    /**
     * Why the start is refused.
     *
     * @param faults none where there is not even a schema
     */
    static StartRefused refusal(List<TableFault> faults, Migrations asked) {
        List<TableFault> failed =
                faults.stream().filter(fault -> fault.kind == Kind.FAILED).toList();
        if (!failed.isEmpty()) {
            return new StartRefused(
                    "The tables in schema syncgate are between two versions: " + words(failed) + ".",
                    "Restore the backup from before the upgrade.");
        }
        List<TableFault> others =
                faults.stream().filter(fault -> fault.kind != Kind.PENDING).toList();
        if (asked == Migrations.CHECK && others.isEmpty()) {
            return new StartRefused(
                    DatabaseProperties.MIGRATIONS + " is check, and the tables are not those of this version: "
                            + (faults.isEmpty() ? "there are none" : words(faults)) + ".",
                    "Run this version once with the argument migrate, as the role that owns the schema syncgate.");
        }
        return new StartRefused(
                "The tables in schema syncgate were not made by this version: "
                        + words(others.isEmpty() ? faults : others) + ".",
                "Run the version of Syncgate that made them, or restore the backup from before the upgrade.");
    }

    private static String words(List<TableFault> faults) {
        return faults.stream().map(TableFault::words).collect(Collectors.joining("; "));
    }
}
