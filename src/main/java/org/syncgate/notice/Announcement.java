package org.syncgate.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the announcement of one agreement has come on the channels that its practice names.
 *
 * @param untold the channels that it has not been delivered to, in the practice's order; empty where all have been told
 * @param lastDelivered when the last of the channels was told, which starts the notice clock (S3); empty as long as one
 *     is untold, and where the practice names no channel
 */
public record Announcement(List<String> untold, Optional<Instant> lastDelivered) {

    public Announcement {
        if (!untold.isEmpty() && lastDelivered.isPresent()) {
            throw new IllegalArgumentException("The clock has not started while these are untold: " + untold);
        }
        untold = List.copyOf(untold);
    }

    /** Judged from all notices of a request. */
    public static Announcement of(List<Notice> notices, int agreement, List<String> channels) {
        List<Notice> delivered = notices.stream()
                .filter(notice -> notice.kind() == NoticeKind.ANNOUNCEMENT && notice.agreement() == agreement)
                .filter(notice -> notice.deliveredAt().isPresent() && channels.contains(notice.channel()))
                .toList();
        List<String> untold = channels.stream()
                .filter(channel ->
                        delivered.stream().noneMatch(notice -> notice.channel().equals(channel)))
                .toList();
        Optional<Instant> last = delivered.stream()
                .flatMap(notice -> notice.deliveredAt().stream())
                .max(Instant::compareTo);
        return new Announcement(untold, untold.isEmpty() ? last : Optional.empty());
    }

    /**
     * When the notice clock has run as long as the practice asks; empty as long as a channel is untold.
     *
     * @param agreedAt from when it runs where the practice names no channel
     */
    public Optional<Instant> elapses(Instant agreedAt, Duration minimumNotice) {
        return untold.isEmpty() ? Optional.of(lastDelivered.orElse(agreedAt).plus(minimumNotice)) : Optional.empty();
    }
}
