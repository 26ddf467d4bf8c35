package org.syncgate.process;

import java.util.Arrays;
import org.syncgate.record.Kind;

/** What is said when a task's reminder is due. */
enum Reminder {
    OF_FAILED_SYNC(
            "remindOfFailedSync",
            "resolveFailedSync",
            Kind.FAILURE_REMINDED,
            "Nobody has decided yet what to do about the failed sync; without a decision the request expires."),
    OF_APPROVAL(
            "remindOfApproval",
            "approveDeployment",
            Kind.APPROVAL_REMINDED,
            "It still waits to be approved; without an okay the request expires."),
    OF_TIME("remindOfTime", "agreeTime", Kind.TIME_REMINDED, "Without a time that all agree on the request expires."),
    OF_RECONSIDERATION(
            "remindOfReconsideration",
            "reconsiderRequest",
            Kind.DECISION_REMINDED,
            "Nobody has decided yet what becomes of it; without a decision the request ends."),
    OF_NOTICE(
            "remindOfNotice",
            "resolveNotice",
            Kind.DECISION_REMINDED,
            "Nobody has decided yet what to do about the undelivered notice.");

    private final String step;
    private final String task;
    private final Kind kind;
    private final String words;

    Reminder(String step, String task, Kind kind, String words) {
        this.step = step;
        this.task = task;
        this.kind = kind;
        this.words = words;
    }

    /** The reminder that a step of this id gives. */
    static Reminder of(String step) {
        return Arrays.stream(values())
                .filter(reminder -> reminder.step.equals(step))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The step " + step + " reminds of nothing"));
    }

    String task() {
        return task;
    }

    Kind kind() {
        return kind;
    }

    String words() {
        return words;
    }
}
