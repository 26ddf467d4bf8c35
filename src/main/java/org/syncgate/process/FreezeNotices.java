package org.syncgate.process;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.catalog.Catalog;
import org.syncgate.catalog.Service;
import org.syncgate.model.Cluster;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Freeze;
import org.syncgate.window.FreezeScope;

/**
 * Tells of freezes at once: written in the transaction in which it is decided, and delivered by processes of their own,
 * since no freeze waits until people have read of it.
 */
@Component
class FreezeNotices {

    /** What was set never changes, so a freeze has no second version. */
    private static final int ONLY_VERSION = 1;

    private final WrittenNotices notices;
    private final FreezeTexts texts;
    private final FreezeChannels configured;
    private final Catalog catalog;
    private final Deliveries deliveries;

    FreezeNotices(
            WrittenNotices notices,
            FreezeTexts texts,
            FreezeChannels configured,
            Catalog catalog,
            Deliveries deliveries) {
        this.notices = notices;
        this.texts = texts;
        this.configured = configured;
        this.catalog = catalog;
        this.deliveries = deliveries;
    }

    void set(Freeze freeze) {
        tell(freeze, NoticeKind.FREEZE, List.of(), texts.set(freeze));
    }

    void lifted(Freeze freeze, String who, String why) {
        // whoever heard of it, also where other channels are configured by now
        List<String> told =
                notices.of(freeze.id()).stream().map(Notice::channel).toList();
        tell(freeze, NoticeKind.FREEZE_LIFTED, told, texts.lifted(freeze, who, why));
    }

    void overridden(Freeze freeze, DeploymentRequest request, String who, String why) {
        tell(
                freeze,
                NoticeKind.FREEZE_OVERRIDDEN,
                request.practice().channels(),
                texts.overridden(freeze, request, who, why));
    }

    private void tell(Freeze freeze, NoticeKind kind, List<String> more, String text) {
        List<String> channels = Stream.of(
                        configured.channels().stream(),
                        services(freeze.terms().scope()).flatMap(service -> service.channels().stream()),
                        more.stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
        deliveries.start(freeze.id(), ONLY_VERSION, kind, channels, text);
    }

    /** Those named; where none is, those that may have something in one of the clusters. */
    private Stream<Service> services(FreezeScope scope) {
        return scope.services().isEmpty()
                ? catalog.clusters().stream()
                        .filter(cluster -> isCovered(cluster, scope))
                        .flatMap(cluster -> catalog.servicesIn(cluster).stream())
                : catalog.services().stream().filter(service -> scope.services().contains(service.name()));
    }

    private static boolean isCovered(Cluster cluster, FreezeScope scope) {
        return scope.clusters().isEmpty() || scope.clusters().contains(cluster.name());
    }
}
