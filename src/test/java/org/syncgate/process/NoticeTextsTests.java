package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncgate.access.People;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.request.ARequest;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.SaidTimes;
import org.syncgate.request.TimeTerms;
import org.syncgate.window.Windows;

/** How an announcement says when the sync comes. */
class NoticeTextsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final People people = mock(People.class);
    private final Approvals approvals = mock(Approvals.class);

    @Test
    void withoutAMinimumNoticeTheSyncComesAsSoonAsItIsApproved() {
        assertThat(announced(Duration.ZERO, "developers:2"))
                .contains("\nSync: as soon as it is approved by 2 of developers\n");
    }

    @Test
    void withAMinimumNoticeBothHaveToBeWaitedFor() {
        assertThat(announced(Duration.ofHours(1), "release-managers:1", "coordinators:1"))
                .contains("\nSync: 1 hour after this notice, so not before 23 Nov 2026 10:00 UTC, and not until it is"
                        + " approved by 1 of release-managers, 1 of coordinators\n");
    }

    @Test
    void onSeveralChannelsTheNoticeRunsFromTheLastOfThem() {
        assertThat(announced(Duration.ofHours(1), List.of("#com-square", "#dm-docs")))
                .contains("\nSync: 1 hour after the last of #com-square, #dm-docs has been told, so not before"
                        + " 23 Nov 2026 10:00 UTC\n");
    }

    @Test
    void withoutEitherItComesAtOnce() {
        assertThat(announced(Duration.ZERO)).contains("\nSync: at once\n");
    }

    private String announced(Duration notice, String... quorum) {
        return announced(notice, List.of("#rsp-team"), quorum);
    }

    private String announced(Duration notice, List<String> channels, String... quorum) {
        DeploymentRequest request = ARequest.waiting(
                new Agreement(
                        new ApplicationId("idfprod", "gafaelfawr"),
                        List.of("a".repeat(40)),
                        List.of("b".repeat(40)),
                        "{}"),
                ARequest.practice(Path.TEAM_CONSENSUS, notice, channels, quorum));
        when(people.nameOf(anyString())).thenReturn("Ada");
        when(approvals.tally(request)).thenCallRealMethod();
        return new NoticeTexts(
                        mock(ArgoCd.class),
                        mock(Catalog.class),
                        people,
                        approvals,
                        new PublicUrl(URI.create("https://syncgate.example.org")),
                        new WhenWords(
                                new SaidTimes(),
                                new TimeTerms(Duration.ofHours(2), Duration.ofHours(1)),
                                mock(Windows.class),
                                mock(WindowWords.class),
                                Clock.fixed(NOW, ZoneOffset.UTC)))
                .announcement(request);
    }
}
