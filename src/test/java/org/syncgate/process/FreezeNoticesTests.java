package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.syncgate.catalog.Catalog;
import org.syncgate.catalog.Service;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.Path;
import org.syncgate.model.Tier;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.AFreeze;
import org.syncgate.window.Freeze;
import org.syncgate.window.FreezeScope;

/** Of two clusters, of which each has a service of its own besides the one that may be in both. */
class FreezeNoticesTests {

    private static final Instant NOW = ARequest.OPENED;
    private static final Cluster SUMMIT = new Cluster("summit", "telescope", Tier.PROD);
    private static final Cluster ROUNDTABLE = new Cluster("roundtable-prod", "roundtable", Tier.PROD);
    private static final Service EFD = service("efd", "#efd");
    private static final Service PLATFORM = service("science-platform", "#rsp-team");
    private static final Service DOCS = service("roundtable", "#dm-docs", "#ops");

    private final WrittenNotices written = mock(WrittenNotices.class);
    private final RuntimeService runtime = mock(RuntimeService.class);
    private final Catalog catalog = mock(Catalog.class);
    private final FreezeTexts texts = mock(FreezeTexts.class);
    private final FreezeNotices notices = new FreezeNotices(
            written, texts, new FreezeChannels(List.of("#ops")), catalog, new Deliveries(written, runtime));

    private int number;

    @BeforeEach
    void aPlace() {
        when(catalog.clusters()).thenReturn(List.of(ROUNDTABLE, SUMMIT));
        when(catalog.services()).thenReturn(List.of(EFD, PLATFORM, DOCS));
        when(catalog.servicesIn(SUMMIT)).thenReturn(List.of(EFD, PLATFORM));
        when(catalog.servicesIn(ROUNDTABLE)).thenReturn(List.of(EFD, DOCS));
        when(texts.set(any())).thenReturn("Frozen");
        when(texts.lifted(any(), anyString(), anyString())).thenReturn("Lifted");
        when(texts.overridden(any(), any(), anyString(), anyString())).thenReturn("May pass");
    }

    @Test
    void aFreezeOfEverythingIsToldEverywhereAndNowhereTwice() {
        assertThat(toldOf(FreezeScope.EVERYTHING)).containsExactly("#ops", "#efd", "#dm-docs", "#rsp-team");
    }

    @Test
    void aFreezeOfAClusterIsToldWhereItsServicesAre() {
        assertThat(toldOf(AFreeze.clusters("summit"))).containsExactly("#ops", "#efd", "#rsp-team");
    }

    @Test
    void aFreezeOfAServiceIsToldWhereThatIs() {
        assertThat(toldOf(AFreeze.services("science-platform"))).containsExactly("#ops", "#rsp-team");
        assertThat(toldOf(new FreezeScope(List.of("efd"), List.of("roundtable-prod"))))
                .containsExactly("#ops", "#efd");
        assertThat(toldOf(AFreeze.services("other"))).containsExactly("#ops");
    }

    @Test
    void theEndOfAFreezeIsToldWhereverSomebodyHeardOfIt() {
        Freeze freeze = AFreeze.of(7, NOW, NOW.plusSeconds(60), AFreeze.services("efd"));
        when(written.of(freeze.id())).thenReturn(List.of(notice(freeze, NoticeKind.FREEZE, "#formerly-configured")));

        notices.lifted(freeze, "eve", "It was put off");

        assertThat(told(freeze, NoticeKind.FREEZE_LIFTED)).containsExactly("#ops", "#efd", "#formerly-configured");
    }

    @Test
    void anOverrideIsToldWhereItsRequestIsToo() {
        Freeze freeze = AFreeze.of(7, NOW, NOW.plusSeconds(60), AFreeze.services("efd"));
        DeploymentRequest request = ARequest.waiting(
                new Agreement(new ApplicationId("summit", "sasquatch"), List.of("a"), List.of("b"), "{}"),
                ARequest.practice(Path.COURTESY_NOTICE, Duration.ZERO, List.of("#efd", "#summit-announce")));

        notices.overridden(freeze, request, "eve", "It mends the queue");

        assertThat(told(freeze, NoticeKind.FREEZE_OVERRIDDEN)).containsExactly("#ops", "#efd", "#summit-announce");
    }

    @Test
    void eachIsDeliveredByAProcessOfItsOwnThatBearsTheFreezesId() {
        Freeze freeze = AFreeze.of(7, NOW, NOW.plusSeconds(60), AFreeze.services("other"));
        when(written.write(any(), eq(1), any(), any(), anyString()))
                .thenReturn(List.of(notice(freeze, NoticeKind.FREEZE, "#ops")));

        notices.set(freeze);

        verify(runtime).startProcessInstanceByKey("part-delivery", "f-7", Map.of("notice", 4711L));
    }

    private List<String> toldOf(FreezeScope scope) {
        number++;
        Freeze freeze = AFreeze.of(number, NOW, NOW.plusSeconds(60), scope);
        notices.set(freeze);
        return told(freeze, NoticeKind.FREEZE);
    }

    @SuppressWarnings("unchecked")
    private List<String> told(Freeze freeze, NoticeKind kind) {
        ArgumentCaptor<List<String>> channels = ArgumentCaptor.forClass(List.class);
        verify(written).write(eq(freeze.id()), eq(1), eq(kind), channels.capture(), anyString());
        return channels.getValue();
    }

    private static Service service(String name, String... channels) {
        return new Service(name, List.of(channels), List.of(), Optional.empty());
    }

    private static Notice notice(Freeze freeze, NoticeKind kind, String channel) {
        return new Notice(
                4711,
                freeze.id(),
                1,
                kind,
                channel,
                "Frozen",
                NOW,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
