package org.syncgate.process;

import java.time.Instant;
import org.syncgate.request.Attempt;

/** What a look at a granted sync means for its request. */
sealed interface Verdict {

    /** The patch was not taken: everything has to be judged again. */
    record Again(String why) implements Verdict {}

    /**
     * It is under way.
     *
     * @param attempt as seen now
     * @param words what Argo CD is at
     * @param lookAgain at the latest
     */
    record Going(Attempt attempt, String words, Instant lookAgain) implements Verdict {}

    /** What was agreed is synced and has stayed healthy. */
    record Deployed(Attempt attempt) implements Verdict {}

    /** Argo CD has not begun in time: the operation has to be taken back. */
    record NotPickedUp(String why) implements Verdict {}

    /** It failed, or nobody can tell any more. */
    record Failed(Attempt attempt, String why) implements Verdict {}
}
