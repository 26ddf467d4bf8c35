package org.syncgate.process;

import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Kind;
import org.syncgate.window.Calendars;
import org.syncgate.window.WindowCalendar;
import org.syncgate.window.WindowRecorded;

/**
 * Tells a window's channels what becomes of it. It is written in the transaction in which it happened, and delivered by
 * processes of their own, so that no window waits for a message about it.
 */
@Component
class WindowFollowUps {

    private static final Map<Kind, NoticeKind> TOLD = Map.ofEntries(
            Map.entry(Kind.WINDOW_MOVED, NoticeKind.WINDOW_MOVED),
            Map.entry(Kind.WINDOW_SKIPPED, NoticeKind.WINDOW_SKIPPED),
            Map.entry(Kind.WINDOW_ANNOUNCED, NoticeKind.WINDOW_AHEAD),
            Map.entry(Kind.COORDINATION_TAKEN, NoticeKind.COORDINATION),
            Map.entry(Kind.WINDOW_REMINDED, NoticeKind.WINDOW_REMINDER),
            Map.entry(Kind.WORK_STARTED, NoticeKind.WORK_START),
            Map.entry(Kind.WINDOW_EXTENDED, NoticeKind.WINDOW_EXTENSION),
            Map.entry(Kind.WINDOW_SAID, NoticeKind.COORDINATORS_WORD),
            Map.entry(Kind.WINDOW_END_PASSED, NoticeKind.WINDOW_REMINDER),
            Map.entry(Kind.WORK_ENDED, NoticeKind.WORK_END),
            Map.entry(Kind.WINDOW_CLOSED, NoticeKind.WINDOW_CLOSING));

    private final Calendars calendars;
    private final WindowTexts texts;
    private final Deliveries deliveries;

    WindowFollowUps(Calendars calendars, WindowTexts texts, Deliveries deliveries) {
        this.calendars = calendars;
        this.texts = texts;
        this.deliveries = deliveries;
    }

    @EventListener
    void on(WindowRecorded event) {
        NoticeKind kind = TOLD.get(event.kind());
        if (kind != null) {
            List<String> channels = calendars
                    .named(event.window().id().calendar())
                    .map(WindowCalendar::channels)
                    .orElse(List.of());
            if (!channels.isEmpty()) {
                tell(event, kind, channels);
            }
        }
    }

    private void tell(WindowRecorded event, NoticeKind kind, List<String> channels) {
        // a window has no agreements to number
        deliveries.start(event.window().id(), 1, kind, channels, text(event, kind));
    }

    private String text(WindowRecorded event, NoticeKind kind) {
        return Deliveries.wording(
                kind, event.window().id(), () -> texts.text(kind, event), () -> WindowTexts.plain(kind, event));
    }
}
