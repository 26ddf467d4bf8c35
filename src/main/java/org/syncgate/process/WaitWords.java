package org.syncgate.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;
import org.syncgate.notice.Announcement;
import org.syncgate.notice.Notice;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.TimeTalks;

/** Says of a request that waits for its notice, its approvals or its time how far these have come. */
@Component
class WaitWords {

    private final WrittenNotices notices;
    private final Approvals approvals;
    private final UntoldWords untold;
    private final TimeTalks talks;
    private final TimeWords times;

    WaitWords(WrittenNotices notices, Approvals approvals, UntoldWords untold, TimeTalks talks, TimeWords times) {
        this.notices = notices;
        this.approvals = approvals;
        this.untold = untold;
        this.talks = talks;
        this.times = times;
    }

    String of(DeploymentRequest request) {
        List<String> sentences = new ArrayList<>();
        List<Notice> written = notices.of(request.id());
        Announcement announcement = Announcement.of(
                written, request.agreementNumber(), request.practice().channels());
        sentences.add(announced(request, announcement, written));
        Duration notice = request.practice().minimumNotice();
        announcement
                .elapses(request.agreedAt(), notice)
                .filter(elapses -> !notice.isZero())
                .ifPresent(elapses -> sentences.add(
                        "The notice of " + Times.words(notice) + " elapses at " + Moments.time(elapses) + "."));
        if (!request.practice().approvals().isEmpty()) {
            String missing = approvals.tally(request).missing();
            sentences.add(missing.isEmpty() ? "It is approved." : "Approvals missing: " + missing + ".");
        }
        if (request.practice().needsAgreedTime()) {
            sentences.add(times.of(request, talks.agreedTime(request)));
        }
        return String.join(" ", sentences);
    }

    private String announced(DeploymentRequest request, Announcement announcement, List<Notice> written) {
        List<String> channels = request.practice().channels();
        if (channels.isEmpty()) {
            return "Nobody has to be told.";
        }
        return announcement.untold().isEmpty()
                ? "Announced on " + String.join(", ", channels) + " at "
                        + Moments.time(announcement.lastDelivered().orElse(request.agreedAt())) + "."
                : untold.of(request, announcement.untold(), written);
    }
}
