package org.syncgate.gate;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Moments;
import org.syncgate.notice.Announcement;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.request.DeploymentRequest;

/**
 * Each channel that the practice names was told of this very agreement, the last of them long enough ago; where it names
 * none, the clock has run since the agreement was made (S3).
 */
@Component
class NoticeWasGiven implements Condition {

    private final WrittenNotices notices;
    private final Clock clock;

    NoticeWasGiven(WrittenNotices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request, Reading reading) {
        if (request.practice().channels().isEmpty()
                && request.practice().minimumNotice().isZero()) {
            return Stream.empty();
        }
        Announcement announcement = notices.announcement(
                request.id(), request.agreementNumber(), request.practice().channels());
        Optional<Instant> elapses =
                announcement.elapses(request.agreedAt(), request.practice().minimumNotice());
        if (elapses.isEmpty()) {
            return Stream.of(Refusal.waits(
                    "It has not been announced yet on " + String.join(", ", announcement.untold()) + "."));
        }
        return clock.instant().isBefore(elapses.orElseThrow())
                ? Stream.of(Refusal.waits("The notice elapses at " + Moments.exactTime(elapses.orElseThrow()) + "."))
                : Stream.empty();
    }
}
