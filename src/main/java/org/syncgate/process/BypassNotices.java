package org.syncgate.process;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.bypass.Bypass;
import org.syncgate.bypass.What;
import org.syncgate.catalog.Catalog;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Syncing;

/**
 * Tells of what went past the gate on the channels of its cluster. A change under a request is not told a second time
 * where that makes the agreement void and the channel hears so.
 */
@Component
class BypassNotices {

    /** What was seen never changes. */
    private static final int ONLY_VERSION = 1;

    private final WrittenNotices notices;
    private final Requests requests;
    private final BypassTexts texts;
    private final Catalog catalog;
    private final FreezeChannels everywhere;
    private final Deliveries deliveries;

    BypassNotices(
            WrittenNotices notices,
            Requests requests,
            BypassTexts texts,
            Catalog catalog,
            FreezeChannels everywhere,
            Deliveries deliveries) {
        this.notices = notices;
        this.requests = requests;
        this.texts = texts;
        this.catalog = catalog;
        this.everywhere = everywhere;
        this.deliveries = deliveries;
    }

    void seen(Bypass bypass) {
        List<String> configured = catalog.channels(bypass.application());
        // what no service names has none, and is to be heard of all the same
        List<String> channels = (configured.isEmpty() ? everywhere.channels() : configured)
                .stream().filter(channel -> !hearsOfTheVoiding(bypass, channel)).toList();
        tell(bypass, NoticeKind.BYPASS, channels);
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

    /** Whoever has heard of a request hears that its agreement is void, unless it is being synced and goes on. */
    private boolean hearsOfTheVoiding(Bypass bypass, String channel) {
        return bypass.what() == What.SOURCE
                && bypass.request().flatMap(requests::find).filter(BypassNotices::becomesVoid).stream()
                        .flatMap(request -> notices.of(request.id()).stream())
                        .anyMatch(notice -> notice.channel().equals(channel)
                                && notice.deliveredAt().isPresent());
    }

    private static boolean becomesVoid(DeploymentRequest request) {
        return !(request.standing() instanceof Syncing || request.standing() instanceof Failed);
    }
}
