package org.syncgate.process;

import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.syncgate.model.RequestId;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.RequestRecorded;
import org.syncgate.request.Standing.Voided;

/**
 * Tells the channels that hear of a request what becomes of it. It is written in the transaction in which it happened,
 * and delivered by a process of its own, so that no request waits for a message about it. A reminder of the time to agree on
 * is told before anything is announced: those who are asked for it read these channels.
 */
@Component
class FollowUps {

    private static final Map<Kind, NoticeKind> TOLD = Map.ofEntries(
            Map.entry(Kind.APPROVED, NoticeKind.APPROVAL),
            Map.entry(Kind.REJECTED, NoticeKind.REJECTION),
            Map.entry(Kind.APPROVAL_REMINDED, NoticeKind.REMINDER),
            Map.entry(Kind.WAIT_REMINDED, NoticeKind.REMINDER),
            Map.entry(Kind.TIME_REMINDED, NoticeKind.REMINDER),
            Map.entry(Kind.TIME_PROPOSED, NoticeKind.TIME_PROPOSED),
            Map.entry(Kind.TIME_AGREED, NoticeKind.TIME_AGREED),
            Map.entry(Kind.TIME_MISSED, NoticeKind.TIME_MISSED),
            Map.entry(Kind.SYNC_STARTED, NoticeKind.START),
            Map.entry(Kind.SYNC_FAILED, NoticeKind.FAILURE),
            Map.entry(Kind.DEPLOYED, NoticeKind.SUCCESS),
            Map.entry(Kind.DEPLOYED_OUTSIDE, NoticeKind.DEPLOYED_OUTSIDE),
            Map.entry(Kind.WITHDRAWN, NoticeKind.WITHDRAWAL),
            Map.entry(Kind.VOIDED, NoticeKind.VOIDING),
            Map.entry(Kind.EXPIRED, NoticeKind.EXPIRY),
            Map.entry(Kind.GIVEN_UP, NoticeKind.GIVING_UP),
            Map.entry(Kind.REFUSED, NoticeKind.REFUSAL),
            Map.entry(Kind.ROLLED_OVER, NoticeKind.ROLLED_OVER),
            Map.entry(Kind.PLACE_HELD, NoticeKind.PLACE),
            Map.entry(Kind.PLACE_RELEASED, NoticeKind.PLACE),
            Map.entry(Kind.WINDOW_LEFT, NoticeKind.PLACE));

    private final WrittenNotices notices;
    private final NoticeTexts texts;
    private final Deliveries deliveries;

    FollowUps(WrittenNotices notices, NoticeTexts texts, Deliveries deliveries) {
        this.notices = notices;
        this.texts = texts;
        this.deliveries = deliveries;
    }

    @EventListener
    void on(RequestRecorded event) {
        DeploymentRequest request = event.request();
        if (request.practice().channels().isEmpty()) {
            return;
        }
        if (isOverturned(event)) {
            notices.abandonOvertaken(request.id(), event.kind().words() + " before it was delivered.");
        }
        NoticeKind kind = TOLD.get(event.kind());
        if (kind != null) {
            tell(event, kind);
        }
    }

    /** What was announced no longer holds; where it has not been delivered yet, nobody is to hear of it. */
    private static boolean isOverturned(RequestRecorded event) {
        return !event.request().isOpen()
                || event.request().standing() instanceof Voided
                || event.kind() == Kind.RETARGETED;
    }

    /** Also where the announcement is still on its way: what is written later is delivered after it. */
    private static boolean isTold(Notice notice) {
        return notice.deliveredAt().isPresent() || notice.kind() == NoticeKind.ANNOUNCEMENT && notice.isPending();
    }

    private void tell(RequestRecorded event, NoticeKind kind) {
        RequestId id = event.request().id();
        List<String> channels =
                event.kind() == Kind.TIME_REMINDED ? event.request().practice().channels() : told(id);
        if (!channels.isEmpty()) {
            deliveries.start(id, event.request().agreementNumber(), kind, channels, text(event, kind));
        }
    }

    private List<String> told(RequestId id) {
        return notices.of(id).stream()
                .filter(FollowUps::isTold)
                .map(Notice::channel)
                .distinct()
                .toList();
    }

    private String text(RequestRecorded event, NoticeKind kind) {
        return Deliveries.wording(
                kind,
                event.request().id(),
                () -> texts.text(kind, event.request(), event.who(), event.why()),
                () -> NoticeTexts.plain(kind, event.request(), event.why()));
    }
}
