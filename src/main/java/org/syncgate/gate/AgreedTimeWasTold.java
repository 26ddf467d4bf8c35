package org.syncgate.gate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.Reading;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.TimeTalks;

/**
 * A time that was agreed on in place of one that was missed has been told as long before as the practice asks, on each of
 * its channels: the announcement, by which the notice clock runs, named another time (S3).
 */
@Component
class AgreedTimeWasTold implements Condition {

    private final TimeTalks talks;
    private final WrittenNotices notices;
    private final Clock clock;

    AgreedTimeWasTold(TimeTalks talks, WrittenNotices notices, Clock clock) {
        this.talks = talks;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request, Reading reading) {
        if (!request.practice().needsAgreedTime()) {
            return Stream.empty();
        }
        Optional<Instant> missedAt = talks.agreedTime(request).missedAt();
        if (missedAt.isEmpty()) {
            return Stream.empty();
        }
        List<Notice> told = notices.of(request.id()).stream()
                .filter(notice -> notice.kind() == NoticeKind.TIME_AGREED)
                .filter(notice -> notice.agreement() == request.agreementNumber())
                .filter(notice -> !notice.writtenAt().isBefore(missedAt.orElseThrow()))
                .toList();
        List<String> untold = request.practice().channels().stream()
                .filter(channel -> told.stream().noneMatch(notice -> isInTime(request, channel, notice)))
                .toList();
        return untold.isEmpty()
                ? Stream.empty()
                : Stream.of(Refusal.waits("That another time is agreed has not been told long enough ago on "
                        + String.join(", ", untold) + "."));
    }

    private boolean isInTime(DeploymentRequest request, String channel, Notice notice) {
        Instant latest = clock.instant().minus(request.practice().minimumNotice());
        return notice.channel().equals(channel)
                && notice.deliveredAt().filter(at -> !at.isAfter(latest)).isPresent();
    }
}
