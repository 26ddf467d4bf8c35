package org.syncgate.gate;

import java.time.Duration;

/**
 * What may happen around one request that ada has opened. It is told twice, in different words: {@link RealCourse} lets
 * it happen to Syncgate's own classes, {@link RuledCourse} reads S1 to S4 as they are written.
 */
interface Course {

    /** The agreement is announced in a channel: written, not delivered; once is enough. */
    void announce(String channel);

    /** An announcement that is still under way in a channel arrives. */
    void deliver(String channel, boolean newestFirst);

    /** The announcements that are still under way in a channel are given up. */
    void abandon(String channel);

    /** Something else than an announcement arrives. */
    void remind(String channel);

    /** Somebody approves, if one of their groups is asked; what they said the first time stays. */
    void approve(String person);

    /** Somebody approves what nobody has agreed on. */
    void approveSomethingElse(String person);

    /** Somebody's okay for the agreement before this one is written down only now. */
    void approveTheOneBefore(String person);

    /** Somebody who is in the group, or says to be the requester, proposes the first midnight after that long. */
    void propose(String person, String party, Duration ahead);

    /** Such a person accepts the latest proposal. */
    void acceptTime(String person, String party);

    /** Time passes until what was last proposed. */
    void waitForTheTime();

    /** What is agreed on is found missed. */
    void miss();

    /** That another time is agreed on is told in a channel. */
    void tellTime(String channel);

    void join(String person, String group);

    void leave(String person, String group);

    /** Another revision is pending. */
    void release(String revision);

    /** Ada agrees on what is pending now. */
    void retarget();

    void withdraw();

    /** An administrator freezes everything, or what is something else. */
    void freeze(boolean everything, Duration fromNow, Duration length);

    /** An administrator lifts all freezes, also those that have not begun. */
    void liftFreezes();

    /** An administrator lets what is agreed now pass all freezes that there are. */
    void overrideFreezes();

    /** The Application follows another branch. */
    void follow(String branch);

    /** Somebody deploys past the gate. */
    void deploy(String revision);

    void pass(Duration time);

    /** The cluster answers, or no longer does. */
    void reach(boolean reachable);

    /** The patch of a grant was not taken. */
    void lapse();

    /** The granted sync deploys the target, which is then not healthy, and somebody decides to try again. */
    void failAfterTheSync();

    /**
     * The gate is asked.
     *
     * @return whether a sync is granted, or a grant still stands
     */
    boolean ask();
}
