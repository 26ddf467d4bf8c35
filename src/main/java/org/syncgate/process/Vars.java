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

    /** What the gate said: granted, wait, void, final, or not-now, where the path has to wait for a better moment. */
    public static final String GATE = "gate";

    /** What a look at the sync showed: again, going, deployed or failed. */
    public static final String VERDICT = "verdict";

    /** How the request ended. */
    public static final String OUTCOME = "outcome";

    /** When to look again at the latest, as a {@link java.util.Date}. */
    public static final String LOOK_AGAIN = "lookAgain";

    /** When the request ends if the gate stays shut, as a {@link java.util.Date}. */
    public static final String EXPIRES_AT = "expiresAt";

    /** When to remind of a task that nobody has done, as a {@link java.util.Date}. */
    public static final String REMIND_AT = "remindAt";

    /** When a failed sync that nobody decides on ends its request, as a {@link java.util.Date}. */
    public static final String FAILURE_EXPIRES_AT = "failureExpiresAt";

    /** When to remind of a request that still waits, as a {@link java.util.Date}. */
    public static final String WAIT_REMINDER_AT = "waitReminderAt";

    /** When a task ends that asks for a decision other than on a failed sync or an approval, as a {@link java.util.Date}. */
    public static final String DECISION_EXPIRES_AT = "decisionExpiresAt";

    /** When a request ends that nobody has approved, as a {@link java.util.Date}. */
    public static final String APPROVAL_EXPIRES_AT = "approvalExpiresAt";

    /** When the minimum notice has elapsed, as a {@link java.util.Date}. */
    public static final String NOTICE_ELAPSES_AT = "noticeElapsesAt";

    /** When to post a notice again, as a {@link java.util.Date}. */
    public static final String RETRY_AT = "retryAt";

    /** The notices of an announcement, by their ids; lives as long as its transaction. */
    public static final String NOTICES = "notices";

    /** Which notice is delivered, by its id. */
    public static final String NOTICE = "notice";

    /** What became of the last try to deliver: done, failed or exhausted. */
    public static final String DELIVERY = "delivery";

    /** Whether one notice of an announcement was left undelivered, which ends the request; never taken back. */
    public static final String ENDED = "ended";

    /** Whether every channel has been told. */
    public static final String TOLD = "told";

    /** The groups that are asked to approve, or to agree on a time; lives as long as its transaction. */
    public static final String GROUPS = "groups";

    /** The group that is asked to approve, or to agree on a time; then it may be the requester as well. */
    public static final String GROUP = "group";

    /** Which of its request's agreements a task asks about. */
    public static final String AGREEMENT = "agreement";

    /** What an approval has led to: more (of its group), enough or over. */
    public static final String TALLY = "tally";

    /** Start field of {@code amend-request}: which request, by its id; in task forms the id to link to. */
    public static final String REQUEST = "request";

    /** Start field of {@code freeze-gates}: which freeze is lifted or overridden, by its id. */
    public static final String FREEZE = "freeze";

    /** Start field of {@code freeze-gates}: when the freeze begins, in UTC; empty for at once. */
    public static final String FROM = "from";

    /** Start field of {@code freeze-gates}: when the freeze ends, in UTC. */
    public static final String TO = "to";

    /** Start field of {@code freeze-gates}: which services are frozen; none for all. */
    public static final String SERVICES = "services";

    /** Start field of {@code freeze-gates}: which clusters are frozen; none for all. */
    public static final String CLUSTERS = "clusters";

    /** Field of the tasks in which somebody agrees: approve, reject; propose, accept (a time); confirm, move, skip (a window). */
    public static final String DECISION = "decision";

    /** Field of both; may be empty, but for a rejection. */
    public static final String COMMENT = "comment";

    /** Shown in a task's form: what the request is about. */
    public static final String ABOUT = "about";

    /** Shown in a task's form: what Argo CD, or a channel, said. */
    public static final String FAILURE = "failure";

    /** Whether a request has its window's word: go, wait, join (another window) or over. */
    public static final String TURN = "turn";

    /** From when on and how often to remind of a window's task that nobody has done, as an ISO 8601 repeating interval. */
    public static final String REMIND_CYCLE = "remindCycle";

    /** When a window is announced, as a {@link java.util.Date}. */
    public static final String ANNOUNCE_AT = "announceAt";

    /** When a window starts, as a {@link java.util.Date}. */
    public static final String STARTS_AT = "startsAt";

    /** When to remind of a work start that is late, as a {@link java.util.Date}. */
    public static final String START_REMINDER_AT = "startReminderAt";

    /** When to remind of a window's end that is near, as a {@link java.util.Date}. */
    public static final String END_REMINDER_AT = "endReminderAt";

    /** When a window ends, as a {@link java.util.Date}. */
    public static final String WINDOW_ENDS_AT = "windowEndsAt";

    /** When to remind of a work end that is not marked, as a {@link java.util.Date}. */
    public static final String WORK_END_REMINDER_AT = "workEndReminderAt";

    /** When a window is closed whose end nobody marks, as a {@link java.util.Date}. */
    public static final String CLOSES_AT = "closesAt";

    /** Whether a window under way was closed by Syncgate. */
    public static final String CLOSED = "closed";

    /** Field of the confirmation: when a window is moved to. */
    public static final String NEW_START = "newStart";

    /** Field of the running window: what the coordinator has to say to the action. */
    public static final String MESSAGE = "message";

    /** Shown in a window's form: its requests to choose from, one a line, label and id with a bar between. */
    public static final String PLACES = "places";

    /** Shown in a window's form: its requests and how far they are, as a table. */
    public static final String QUEUE = "queue";

    /** Shown in a task's form: where to read on, as a path of Syncgate's pages. */
    public static final String PAGE = "page";

    /** Shown in a task's form: why somebody is asked. */
    public static final String WHY = "why";

    /** Shown in a task's form: what will change, as a list. */
    public static final String DETAILS = "details";

    /** Shown in a task's form: what is out of sync, as a list. */
    public static final String RESOURCES = "resources";

    /** Shown in a task's form: the live images, as a list. */
    public static final String IMAGES = "images";

    /** Shown in a task's form: what its requester says. */
    public static final String WISH = "wish";

    /** What a task shows as pending, in full, comma separated; empty where nothing is. */
    public static final String PENDING = "pending";

    /** Shown in a task's form: when the sync may happen at the earliest. */
    public static final String EARLIEST = "earliest";

    /** Shown in a task's form: what has become pending since; empty where nothing has. */
    public static final String NEWER = "newer";

    /** Field of the agreeing on a time: which time is proposed. */
    public static final String TIME = "time";

    /** What the answers have led to: asking, anew (about another proposal), agreed or over. */
    public static final String COORDINATION = "coordination";

    /** Which of its agreement's proposals people are asked about, by its number; 0 where they are asked for one. */
    public static final String PROPOSAL = "proposal";

    /** Shown in a task's form: which time is proposed, by whom and why; empty where none is. */
    public static final String PROPOSED = "proposed";

    /** Shown in a task's form: what a time has to keep to, and the next that does. */
    public static final String TERMS = "terms";

    /** Shown in a task's form: who stands behind the proposed time, and who is asked. */
    public static final String PARTIES = "parties";

    /** When the sync is to begin, as a {@link java.util.Date}. */
    public static final String AGREED_TIME = "agreedTime";

    /** What the gate's answer means for the agreed time: early, missed or over. */
    public static final String SLOT = "slot";

    /** Field of the task about what went past the gate: why it did. */
    public static final String EXPLANATION = "explanation";

    /** When what went past the gate is left unexplained, as a {@link java.util.Date}. */
    public static final String EXPLANATION_EXPIRES_AT = "explanationExpiresAt";

    /** The fields of the form that starts {@code deploy-application}. */
    static final Set<String> START_FIELDS = Set.of(APPLICATION, DISRUPTION, CHANGE, REASON, TICKET);

    /** The fields of the form that starts {@code amend-request}. */
    static final Set<String> AMEND_FIELDS = Set.of(REQUEST, ACTION, REASON);

    /** The fields of the form that starts {@code freeze-gates}. */
    static final Set<String> FREEZE_FIELDS = Set.of(ACTION, FREEZE, FROM, TO, SERVICES, CLUSTERS, REQUEST, REASON);

    private Vars() {}
}
