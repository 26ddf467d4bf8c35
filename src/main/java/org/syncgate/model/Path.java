package org.syncgate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways from "a new version is possible" to "it is synced", along the axis of formality. */
public enum Path {
    /** The cluster deploys itself; there is nothing to ask for. */
    AUTOMATIC("deploys itself", Formality.CONTINUOUS_DEPLOYMENT),
    AT_WILL("developer at will, no heads-up required", Formality.CONTINUOUS_DEPLOYMENT),
    COURTESY_NOTICE("courtesy notice", Formality.TEAM_CONSENSUS),
    RELEASE_MANAGER_APPROVAL("release manager's okay", Formality.RELEASE_MANAGER),
    MAINTENANCE_WINDOW("in a maintenance window", Formality.CHANGE_BOARD),
    OUT_OF_HOURS("out of hours, in co-ordination", Formality.CHANGE_BOARD),
    TEAM_CONSENSUS("team consensus", Formality.TEAM_CONSENSUS),
    CHANGE_BOARD("change control board", Formality.CHANGE_BOARD),
    /** The practice has the cell and says that there is no such thing. */
    NOT_APPLICABLE("not applicable");

    private final String words;
    private final Optional<Formality> formality;

    Path(String words) {
        this.words = words;
        this.formality = Optional.empty();
    }

    Path(String words, Formality formality) {
        this.words = words;
        this.formality = Optional.of(formality);
    }

    /** The value in decision tables and the end of the path's process id, for instance {@code at-will}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A few words for people. */
    public String words() {
        return words;
    }

    /** Its place on the axis of formality; empty for what cannot be walked at all. */
    public Optional<Formality> formality() {
        return formality;
    }

    /** Whether it is no such path unless somebody approves. */
    public boolean needsApproval() {
        return this == TEAM_CONSENSUS || this == RELEASE_MANAGER_APPROVAL || this == CHANGE_BOARD;
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<Path> of(String text) {
        return Arrays.stream(values()).filter(path -> path.text().equals(text)).findFirst();
    }
}
