package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncgate.demo.Seeded;
import org.syncgate.notice.Notice;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

class NoticeClockViewTests {

    private static final Instant NOW = ARequest.OPENED.plusSeconds(60);
    private static final Instant DAY_AFTER = NOW.plus(Duration.ofDays(1));
    private static final List<Notice> ALL = List.of(APageRequest.delivered("#one"), APageRequest.delivered("#two"));

    @Test
    void theClockDoesNotRunAsLongAsAChannelIsUntold() {
        NoticeClockView view = of(List.of(APageRequest.delivered("#one"), APageRequest.failed("#two")), "", NOW);

        assertThat(view.notice()).isEqualTo("The clock has not started yet: nothing was delivered to #two");
        assertThat(view.earliest()).isEqualTo("When the notice has elapsed");
    }

    @Test
    void itRunsFromTheLastDelivery() {
        NoticeClockView view = of(ALL, "", NOW);

        assertThat(view.notice()).isEqualTo("Elapses at 21 Nov 2026 18:00:05 UTC");
        assertThat(view.earliest()).isEqualTo("21 Nov 2026 18:00:05 UTC");
    }

    @Test
    void whatHasElapsedHoldsNothingUp() {
        NoticeClockView view = of(ALL, "", DAY_AFTER);

        assertThat(view.notice()).isEqualTo("Elapsed at 21 Nov 2026 18:00:05 UTC");
        assertThat(view.earliest()).isEqualTo("At once");
    }

    @Test
    void aMissingOkayIsNamedAsWell() {
        assertThat(of(ALL, "1 of release-managers", DAY_AFTER).earliest())
                .isEqualTo("At once, but not without the okay of 1 of release-managers");
    }

    @Test
    void wherePracticeAsksForNoNoticeThereIsNoneToShow() {
        DeploymentRequest atWill = ARequest.waiting(ARequest.agreement(Seeded.live("idfdev/tap")));

        NoticeClockView view = NoticeClockView.of(atWill, List.of(), "", NOW);

        assertThat(view.notice()).isEmpty();
        assertThat(view.earliest()).isEqualTo("At once");
    }

    @Test
    void forWhatDoesNotWaitTheClockIsNoMatter() {
        DeploymentRequest ended = APageRequest.waiting().end(Outcome.WITHDRAWN, "Not needed any more", NOW);
        DeploymentRequest voided = APageRequest.waiting().voided("Its source has been changed.");

        assertThat(NoticeClockView.of(ended, ALL, "", NOW)).isEqualTo(new NoticeClockView("", ""));
        assertThat(NoticeClockView.of(voided, ALL, "", NOW)).isEqualTo(new NoticeClockView("", ""));
    }

    private static NoticeClockView of(List<Notice> notices, String missing, Instant now) {
        return NoticeClockView.of(APageRequest.waiting(), notices, missing, now);
    }
}
