package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncgate.access.People;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.process.Expiry;
import org.syncgate.process.WindowOverviews;
import org.syncgate.request.ARequest;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.TimeTalk;
import org.syncgate.request.TimeTalks;

class ApiWaitsTests {

    private static final Instant NOW = ARequest.OPENED.plusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(3600);

    private final Approvals approvals = mock(Approvals.class, CALLS_REAL_METHODS);
    private final TimeTalks talks = mock(TimeTalks.class);
    private final WrittenNotices notices = mock(WrittenNotices.class);
    private final WindowOverviews windows = mock(WindowOverviews.class);
    private final People people = mock(People.class);
    private final Expiry expiry = mock(Expiry.class);
    private final ApiWaits waits =
            new ApiWaits(approvals, talks, notices, windows, people, expiry, Clock.fixed(NOW, ZoneOffset.UTC));

    private final DeploymentRequest waiting = APageRequest.waiting();

    @Test
    void whatTheGateWaitsForIsToldInTheWordsOfThePageAndReadOnce() {
        when(approvals.of(any(), anyInt())).thenReturn(List.of());
        when(talks.of(any(), anyInt())).thenReturn(new TimeTalk(List.of(), List.of(), List.of()));
        when(notices.of(waiting.id()))
                .thenReturn(List.of(APageRequest.delivered("#one"), APageRequest.delivered("#two")));
        when(windows.of(waiting.id())).thenReturn(Optional.empty());
        when(people.nameOf(any())).thenReturn("Ada");
        when(expiry.of(any(), any())).thenReturn(LATER);

        ApiWaits.Waits told = waits.of(waiting);

        assertThat(told.lines())
                .containsExactly(
                        "Notice: Elapses at 21 Nov 2026 18:00:05 UTC",
                        "Approvals missing: 1 of release-managers",
                        "Earliest sync: 21 Nov 2026 18:00:05 UTC, but not without the okay of 1 of release-managers");
        assertThat(told.expires()).contains(LATER);
        verify(approvals, times(1)).of(waiting.id(), waiting.agreementNumber());
        verify(expiry, times(1)).of(any(), any());
    }

    @Test
    void whatNoLongerWaitsForTheGateIsToldWithoutReadingAnything() {
        DeploymentRequest voided = waiting.voided("The source has changed.");
        DeploymentRequest failed = waiting.grant("4711", 7, NOW).fail("no such image", NOW);
        DeploymentRequest ended = waiting.end(Outcome.WITHDRAWN, "Not needed any more.", NOW);

        assertThat(waits.of(voided).lines()).containsExactly("Decision: its requester retargets or withdraws it");
        assertThat(waits.of(failed).lines()).containsExactly("Decision: what to do about the failed sync");
        assertThat(waits.of(ended).lines()).isEmpty();
        assertThat(waits.of(ended).expires()).isEmpty();
        verifyNoInteractions(approvals, talks, notices, windows, people, expiry);
    }
}
