package org.syncgate.process;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.bypass.Bypass;
import org.syncgate.catalog.Catalog;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;

/**
 * Tells of what went past the gate on the channels of its cluster. Of a change under a request too, although the
 * channels mostly hear that its agreement is void: one that was taken back at once makes none void.
 */
@Component
class BypassNotices {

    /** What was seen never changes. */
    private static final int ONLY_VERSION = 1;

    private final WrittenNotices notices;
    private final BypassTexts texts;
    private final Catalog catalog;
    private final FreezeChannels everywhere;
    private final Deliveries deliveries;

    BypassNotices(
            WrittenNotices notices,
            BypassTexts texts,
            Catalog catalog,
            FreezeChannels everywhere,
            Deliveries deliveries) {
        this.notices = notices;
        this.texts = texts;
        this.catalog = catalog;
        this.everywhere = everywhere;
        this.deliveries = deliveries;
    }

    void seen(Bypass bypass) {
        List<String> configured = catalog.channels(bypass.application());
        // what no service names has none, and is to be heard of all the same
        tell(bypass, NoticeKind.BYPASS, configured.isEmpty() ? everywhere.channels() : configured);
    }

    void explained(Bypass bypass) {
        tell(bypass, NoticeKind.BYPASS_EXPLAINED, told(bypass).toList());
    }

    void left(Bypass bypass) {
        tell(bypass, NoticeKind.BYPASS_UNEXPLAINED, told(bypass).toList());
    }

    private void tell(Bypass bypass, NoticeKind kind, List<String> channels) {
        deliveries.start(
                bypass.id(),
                ONLY_VERSION,
                kind,
                channels,
                Deliveries.wording(
                        kind,
                        bypass.id(),
                        () -> texts.text(kind, bypass),
                        () -> bypass.application() + ": " + kind.words() + ". " + bypass.words()));
    }

    private Stream<String> told(Bypass bypass) {
        return notices.of(bypass.id()).stream().map(Notice::channel).distinct();
    }
}
