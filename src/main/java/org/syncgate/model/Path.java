package org.syncgate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways from "a new version is possible" to "it is synced", along the axis of formality. */
public enum Path {
    /** The cluster deploys itself; there is nothing to ask for. */
    AUTOMATIC("deploys itself"),
    AT_WILL("developer at will, no heads-up required"),
    COURTESY_NOTICE("courtesy notice"),
    RELEASE_MANAGER_APPROVAL("release manager's okay"),
    MAINTENANCE_WINDOW("in a maintenance window"),
    OUT_OF_HOURS("out of hours, in co-ordination"),
    TEAM_CONSENSUS("team consensus"),
    CHANGE_BOARD("change control board"),
    /** The practice has the cell and says that there is no such thing. */
    NOT_APPLICABLE("not applicable");

    private final String words;

    Path(String words) {
        this.words = words;
    }

    /** The value in decision tables and the end of the path's process id, for instance {@code at-will}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A few words for people. */
    public String words() {
        return words;
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<Path> of(String text) {
        return Arrays.stream(values()).filter(path -> path.text().equals(text)).findFirst();
    }
}
