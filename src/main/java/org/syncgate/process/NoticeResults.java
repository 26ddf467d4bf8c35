package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.syncgate.model.Agreement;
import org.syncgate.model.Moments;
import org.syncgate.model.RequestId;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.RequestMoved;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Voided;
import org.syncgate.request.Standing.Waiting;

/** Keeps what became of a notice, with its request where it is about one. */
@Component
class NoticeResults {

    private final Requests requests;
    private final WrittenNotices notices;
    private final Records records;
    private final WaitWords words;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeResults(
            Requests requests,
            WrittenNotices notices,
            Records records,
            WaitWords words,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.notices = notices;
        this.records = records;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /** Delivered, or left because of what became of its request meanwhile. */
    void done(Notice notice) {
        if (now(notice).deliveredAt().isPresent()) {
            record(notice, Kind.NOTICE_DELIVERED, Entry.SYNCGATE, "");
        }
    }

    void failed(Notice notice, Instant tryAgainAt) {
        if (!show(notice, "The next try is at " + Moments.exactTime(tryAgainAt) + ".")) {
            request(notice).ifPresent(request -> events.publishEvent(new RequestMoved(request)));
        }
    }

    void exhausted(Notice notice, String why) {
        record(notice, Kind.NOTICE_FAILED, Entry.SYNCGATE, why);
        show(notice, "");
    }

    /** Somebody decided to try once more. */
    void retry(Notice notice, String who, String reason) {
        record(notice, Kind.NOTICE_RETRY_DECIDED, who, reason);
        notices.tryAnew(notice.id());
        show(notice, "It is tried once more.");
    }

    /** It stays undelivered; without its announcement a request cannot go on, and ends. */
    void leave(Notice notice, Outcome outcome, Kind kind, String who, String why) {
        record(notice, Kind.NOTICE_ABANDONED, who, why);
        notices.abandon(notice.id(), why);
        waiting(notice, requests::lock)
                .ifPresent(request -> requests.save(request.end(outcome, why, clock.instant()), kind, who, why));
    }

    /** Whether it has still to be delivered, with its request locked so that this stays so. */
    boolean isPending(Notice notice) {
        request(notice).ifPresent(requests::lock);
        return now(notice).isPending();
    }

    /**
     * Whether it says what is going to happen, and that no longer holds. What was being posted at the moment of that is
     * not given up with the rest.
     */
    boolean isOvertaken(Notice notice) {
        return notice.kind().foretells()
                && notice.isPending()
                && request(notice)
                        .flatMap(requests::find)
                        .filter(request -> !request.isOpen()
                                || request.standing() instanceof Voided
                                || request.agreementNumber() != notice.agreement())
                        .isPresent();
    }

    /** Gives up what {@link #isOvertaken}. */
    void abandonOvertaken(Notice notice) {
        notices.abandon(notice.id(), "What it tells of was overtaken before it was delivered.");
    }

    /** Whether it announces a request that was not announced before it expired, so that it is too late to do so. */
    boolean isExpired(Notice notice) {
        return now(notice).isPending()
                && waiting(notice, requests::find)
                        .filter(request -> request.isExpired(clock.instant()))
                        .isPresent();
    }

    /** The moment given, or when it becomes too late to announce the request, if that is earlier. */
    Instant latestTry(Notice notice, Instant tryAgainAt) {
        return waiting(notice, requests::find)
                .map(DeploymentRequest::expiresAt)
                .filter(tryAgainAt::isAfter)
                .orElse(tryAgainAt);
    }

    /** Answers whether it is shown: only an announcement holds its request up. */
    private boolean show(Notice notice, String next) {
        Optional<DeploymentRequest> waiting = waiting(notice, requests::lock);
        waiting.ifPresent(request -> requests.save(request.waits((words.of(request) + " " + next).strip())));
        return waiting.isPresent();
    }

    private static Optional<DeploymentRequest> waiting(
            Notice notice, Function<RequestId, Optional<DeploymentRequest>> reading) {
        return notice.kind() == NoticeKind.ANNOUNCEMENT
                ? request(notice)
                        .flatMap(reading)
                        .filter(request -> request.standing() instanceof Waiting)
                        .filter(request -> request.agreementNumber() == notice.agreement())
                : Optional.empty();
    }

    private Notice now(Notice notice) {
        return notices.find(notice.id())
                .orElseThrow(() -> new IllegalStateException("No notice is ever deleted: " + notice.id()));
    }

    /** With the request locked before its notices are, as by all others, so that no two ever wait for each other. */
    private void record(Notice notice, Kind kind, String who, String more) {
        Optional<Agreement> agreement = request(notice).flatMap(requests::lock).map(DeploymentRequest::agreement);
        records.append(new Entry(
                clock.instant(),
                notice.subject(),
                agreement.map(Agreement::application),
                kind,
                who,
                notice.kind().words() + " on " + notice.channel() + (more.isEmpty() ? "." : ": " + more),
                agreement.map(Agreement::target).orElse(List.of())));
        request(notice).ifPresent(request -> events.publishEvent(new RequestMoved(request)));
    }

    private static Optional<RequestId> request(Notice notice) {
        return notice.subject() instanceof RequestId request ? Optional.of(request) : Optional.empty();
    }
}
