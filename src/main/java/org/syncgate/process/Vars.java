package org.syncgate.process;

import java.util.Set;

/** The names of all process variables. They steer the token; nothing that counts is read from them. */
public final class Vars {

    /** Start field: {@code cluster/name} of what is to be deployed. */
    public static final String APPLICATION = "application";

    /** Start field: none, expected or extended. */
    public static final String DISRUPTION = "disruption";

    /** Start field: cosmetic, minor or major. */
    public static final String CHANGE = "change";

    /** Start field, and field of the tasks in which somebody decides. */
    public static final String REASON = "reason";

    /** Start field; may be empty. */
    public static final String TICKET = "ticket";

    /** Field of the tasks in which somebody decides what next. */
    public static final String ACTION = "action";

    /** Which path's process is called. */
    public static final String PATH = "path";

    /** What the gate said: granted, wait, void or final. */
    public static final String GATE = "gate";

    /** What a look at the sync showed: again, going, deployed or failed. */
    public static final String VERDICT = "verdict";

    /** How the request ended. */
    public static final String OUTCOME = "outcome";

    /** When to look again at the latest, as a {@link java.util.Date}. */
    public static final String LOOK_AGAIN = "lookAgain";

    /** When the request ends if the gate stays shut, as a {@link java.util.Date}. */
    public static final String EXPIRES_AT = "expiresAt";

    /** When to remind of a failed sync, as a {@link java.util.Date}. */
    public static final String REMIND_AT = "remindAt";

    /** When a failed sync that nobody decides on ends its request, as a {@link java.util.Date}. */
    public static final String FAILURE_EXPIRES_AT = "failureExpiresAt";

    /** Shown in a task's form: what the request is about. */
    public static final String ABOUT = "about";

    /** Shown in a task's form: what Argo CD said. */
    public static final String FAILURE = "failure";

    /** The fields of the form that starts {@code deploy-application}. */
    static final Set<String> START_FIELDS = Set.of(APPLICATION, DISRUPTION, CHANGE, REASON, TICKET);

    /** The fields of the form in which somebody decides about a failed sync, those that are only shown included. */
    static final Set<String> DECISION_FIELDS = Set.of(ACTION, REASON, ABOUT, FAILURE);

    /** Every name above. */
    static final Set<String> ALL = Set.of(
            APPLICATION,
            DISRUPTION,
            CHANGE,
            REASON,
            TICKET,
            ACTION,
            PATH,
            GATE,
            VERDICT,
            OUTCOME,
            LOOK_AGAIN,
            EXPIRES_AT,
            REMIND_AT,
            FAILURE_EXPIRES_AT,
            ABOUT,
            FAILURE);

    private Vars() {}
}
