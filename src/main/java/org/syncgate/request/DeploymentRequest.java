package org.syncgate.request;

import java.time.Instant;
import java.util.Optional;
import org.syncgate.model.Agreement;
import org.syncgate.model.Practice;
import org.syncgate.model.RequestId;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Syncing;
import org.syncgate.request.Standing.Voided;
import org.syncgate.request.Standing.Waiting;

/**
 * One wish to bring one application to one revision. Immutable: each step answers the request as it stands afterwards,
 * or refuses with {@link IllegalStateException} where the present standing does not permit it.
 *
 * @param id its id, which is the process's business key as well
 * @param wish what the requester said
 * @param agreement what is pinned: when it opened, or when it was last retargeted
 * @param agreementNumber which of the request's agreements that is, from 1
 * @param agreedAt since when that is agreed
 * @param practice what policy answered when it opened
 * @param processInstance the engine's id of the process that walks it
 * @param openedAt when it opened
 * @param expiresAt when it ends if the gate has not opened until then
 * @param standing where it stands
 * @param attempt the latest grant; empty before the first
 */
public record DeploymentRequest(
        RequestId id,
        Wish wish,
        Agreement agreement,
        int agreementNumber,
        Instant agreedAt,
        Practice practice,
        String processInstance,
        Instant openedAt,
        Instant expiresAt,
        Standing standing,
        Optional<Attempt> attempt) {

    /** A new request, which waits for the gate. */
    public static DeploymentRequest opened(
            RequestId id,
            Wish wish,
            Agreement agreement,
            Practice practice,
            String processInstance,
            Instant now,
            Instant expiresAt) {
        return new DeploymentRequest(
                id,
                wish,
                agreement,
                1,
                now,
                practice,
                processInstance,
                now,
                expiresAt,
                new Waiting("It has just been opened."),
                Optional.empty());
    }

    public boolean isOpen() {
        return !(standing instanceof Ended);
    }

    /** Whether what is agreed can still be replaced or taken back: there is no grant, and it is not over. */
    public boolean isAmendable() {
        return standing instanceof Waiting || standing instanceof Voided;
    }

    /** Whether the time has passed until which the gate could have opened. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The latest grant, for steps that cannot come before it. */
    public Attempt currentAttempt() {
        return attempt.orElseThrow(() -> new IllegalStateException(id + " has never been granted a sync"));
    }

    /** The agreement no longer stands, and its requester is asked what next. */
    public DeploymentRequest voided(String why) {
        require(standing instanceof Waiting, "become void");
        return with(new Voided(why), attempt);
    }

    /** Its requester has agreed to another revision: whatever was done for the one before no longer counts. */
    public DeploymentRequest retarget(Agreement next, Instant now, Instant expiry) {
        require(isAmendable(), "be retargeted");
        require(next.application().equals(agreement.application()), "be retargeted to " + next.application());
        return new DeploymentRequest(
                id,
                wish,
                next,
                agreementNumber + 1,
                now,
                practice,
                processInstance,
                openedAt,
                expiry,
                new Waiting("It has just been retargeted."),
                attempt);
    }

    /** Still without a grant, for the reasons given. */
    public DeploymentRequest waits(String why) {
        require(standing instanceof Waiting, "wait");
        return with(new Waiting(why), attempt);
    }

    /** The gate grants a new attempt. */
    public DeploymentRequest grant(String resourceVersion, long historyBefore, Instant now) {
        require(standing instanceof Waiting, "be granted a sync");
        int number = attempt.map(Attempt::number).orElse(0) + 1;
        return with(
                new Syncing("Granted; Argo CD is about to be asked."),
                Optional.of(Attempt.granted(number, resourceVersion, historyBefore, now)));
    }

    /** The patch was not taken: the grant is spent, and everything has to be judged again. */
    public DeploymentRequest lapse(String why, Instant now) {
        require(standing instanceof Syncing, "lapse");
        return with(new Waiting(why), Optional.of(currentAttempt().in(Attempt.Phase.OVER, now)));
    }

    /** What was seen of the granted sync. */
    public DeploymentRequest followed(Attempt seen, String words) {
        require(standing instanceof Syncing && seen.number() == currentAttempt().number(), "be followed");
        return with(new Syncing(words), Optional.of(seen));
    }

    /** The granted sync failed. */
    public DeploymentRequest fail(String why, Instant now) {
        require(standing instanceof Syncing, "fail");
        return with(new Failed(why), Optional.of(currentAttempt().in(Attempt.Phase.OVER, now)));
    }

    /** Somebody decided to try again: the gate judges anew. */
    public DeploymentRequest retry() {
        require(standing instanceof Failed, "be retried");
        return with(new Waiting("The gate is about to look at it again."), attempt);
    }

    /** Somebody decided to go on waiting for the same attempt. */
    public DeploymentRequest waitLonger(Instant now) {
        require(standing instanceof Failed, "be waited for");
        return with(new Syncing("Watched on."), Optional.of(currentAttempt().patience(now)));
    }

    /** It is over; one that is being synced can only end as deployed. */
    public DeploymentRequest end(Outcome outcome, String why, Instant now) {
        require(isOpen() && (standing instanceof Syncing) == (outcome == Outcome.DEPLOYED), "end as " + outcome.text());
        return with(new Ended(outcome, why, now), attempt.map(last -> last.in(Attempt.Phase.OVER, now)));
    }

    private DeploymentRequest with(Standing next, Optional<Attempt> last) {
        return new DeploymentRequest(
                id,
                wish,
                agreement,
                agreementNumber,
                agreedAt,
                practice,
                processInstance,
                openedAt,
                expiresAt,
                next,
                last);
    }

    private void require(boolean permitted, String step) {
        if (!permitted) {
            throw new IllegalStateException(id + " cannot " + step + ": it is " + standing);
        }
    }
}
