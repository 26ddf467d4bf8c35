package org.syncgate.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.Moments;
import org.syncgate.model.Practice;
import org.syncgate.notice.Announcement;
import org.syncgate.notice.Notice;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Waiting;

/**
 * How far the notice clock of a request has run that waits for the gate; both are empty for one that does not.
 *
 * @param notice when the notice elapses, or on which channels it has still to be given; empty where the practice asks
 *     for none
 * @param earliest when the sync may come at the earliest
 */
record NoticeClockView(String notice, String earliest) {

    /** @param missing whose okay is still needed; empty where nobody's is */
    static NoticeClockView of(DeploymentRequest request, List<Notice> notices, String missing, Instant now) {
        if (!(request.standing() instanceof Waiting)) {
            return new NoticeClockView("", "");
        }
        Practice practice = request.practice();
        Announcement announcement = Announcement.of(notices, request.agreementNumber(), practice.channels());
        Optional<Instant> elapses = announcement.elapses(request.agreedAt(), practice.minimumNotice());
        boolean asksForNone =
                practice.minimumNotice().isZero() && practice.channels().isEmpty();
        String okay = missing.isEmpty() ? "" : ", but not without the okay of " + missing;
        return new NoticeClockView(
                asksForNone ? "" : elapses.map(at -> elapsing(at, now)).orElseGet(() -> untold(announcement)),
                elapses.map(at -> at.isAfter(now) ? Moments.exactTime(at) : "At once")
                                .orElse("When the notice has elapsed")
                        + okay);
    }

    /** Where people agree on the time, the sync comes then and not when the notice has elapsed. */
    NoticeClockView at(AgreedTimeView time) {
        return earliest.isEmpty() || !time.asked()
                ? this
                : new NoticeClockView(
                        notice,
                        time.time().isEmpty()
                                ? "At a time that all have agreed on"
                                : time.time() + ", the agreed time");
    }

    private static String elapsing(Instant at, Instant now) {
        return (at.isAfter(now) ? "Elapses at " : "Elapsed at ") + Moments.exactTime(at);
    }

    private static String untold(Announcement announcement) {
        return "The clock has not started yet: nothing was delivered to " + String.join(", ", announcement.untold());
    }
}
