package org.syncgate.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.syncgate.start.StartRefused;

/**
 * Tables that a newer version of Syncgate has made.
 *
 * @param last the last migration that was applied to them
 * @param description what it is called
 * @param release the version of Syncgate that applied it, for instance {@code 0.3.0}; empty where it was not kept
 * @param own the last migration of this version
 */
record NewerTables(String last, String description, Optional<String> release, String own) {

    private static final String INSTALLER = "Syncgate ";

    private static final Set<MigrationState> NEWER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private static final Comparator<MigrationInfo> BY_VERSION = Comparator.comparing(MigrationInfo::getVersion);

    /** How a version of Syncgate is named in the history of the migrations that it applied. */
    static String installer(String release) {
        return INSTALLER + release;
    }

    /**
     * What the history says, unless this version knows all that is in it. Of its rows, that of a schema which Flyway made has
     * no version.
     */
    static Optional<NewerTables> among(List<MigrationInfo> history) {
        List<MigrationInfo> migrations =
                history.stream().filter(MigrationInfo::isVersioned).toList();
        String own = migrations.stream()
                .filter(migration -> migration.getState().isResolved())
                .max(BY_VERSION)
                .map(migration -> migration.getVersion().getVersion())
                .orElse("0");
        return migrations.stream()
                .filter(migration -> NEWER.contains(migration.getState()))
                .max(BY_VERSION)
                .map(last -> new NewerTables(
                        last.getVersion().getVersion(), last.getDescription(), release(last.getInstalledBy()), own));
    }

    private static Optional<String> release(String installer) {
        return Optional.of(installer)
                .filter(who -> who.startsWith(INSTALLER))
                .map(who -> who.substring(INSTALLER.length()));
    }

    /**
     * Why a version does not start on them. Versions are only named, never compared: two builds of a snapshot have the same.
     *
     * @param running the version of Syncgate that is starting; empty where its build does not say
     */
    StartRefused refusal(Optional<String> running) {
        if (release.isEmpty()) {
            return refusal(
                    "have migration " + last + " (" + description + "), which is newer than this Syncgate ("
                            + named(running) + ")",
                    "Run the version of Syncgate that brings that migration, or a newer one");
        }
        String maker = INSTALLER + release.orElseThrow();
        if (release.equals(running)) {
            return refusal(
                    "were made by another build of " + maker + " (migration " + last
                            + "), which is newer than this one (migration " + own + ")",
                    "Run the build that made them, or a newer one");
        }
        return refusal(
                "were made by " + maker + " (migration " + last + "), which is newer than this one (" + named(running)
                        + ")",
                "Run " + maker + " or newer");
    }

    private static StartRefused refusal(String what, String run) {
        return new StartRefused(
                "The tables in schema syncgate " + what + ".",
                run + ", or restore the backup from before the upgrade.");
    }

    private String named(Optional<String> running) {
        return running.map(known -> known + ", ").orElse("") + "migration " + own;
    }
}
