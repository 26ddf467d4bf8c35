package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.request.ARequest;
import org.syncgate.request.Acceptance;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.MissedTime;
import org.syncgate.request.Outcome;
import org.syncgate.request.TimeProposal;
import org.syncgate.request.TimeTalk;
import org.syncgate.web.AgreedTimeView.Proposal;

class AgreedTimeViewTests {

    private static final Map<String, String> NAMES = Map.of("ada", "Ada", "fay", "Fay");
    private static final Instant TIME = Instant.parse("2026-11-24T03:00:00Z");
    private static final Instant SAID = Instant.parse("2026-11-20T18:30:00Z");
    private static final TimeProposal FIRST = new TimeProposal(1, 1, "requester", "ada", TIME, "At night", SAID);
    private static final TimeProposal SECOND =
            new TimeProposal(1, 2, "forum-team", "fay", TIME.plusSeconds(3600), "", SAID);
    private static final Acceptance ACCEPTED = new Acceptance(1, 2, "requester", "ada", "Fine", SAID);

    private static final DeploymentRequest REQUEST = ARequest.waiting(
            APageRequest.agreement(APageRequest.TARGET),
            new Practice(
                    "1", Path.OUT_OF_HOURS, Duration.ZERO, List.of(), List.of(), false, List.of("forum-team"), "…"));

    @Test
    void beforeTheFirstProposalTheRequesterIsAsked() {
        assertThat(view(REQUEST)).isEqualTo(new AgreedTimeView(true, "", "Ada", List.of()));
    }

    @Test
    void theLatestProposalIsFirstAndWhoStandsBehindEachIsNamed() {
        AgreedTimeView view = view(REQUEST, List.of(FIRST, SECOND));

        assertThat(view.missing()).isEqualTo("Ada");
        assertThat(view.proposals())
                .containsExactly(
                        new Proposal(
                                "24 Nov 2026 04:00 UTC", "20 Nov 2026 18:30 UTC", "Fay for forum-team", "", "Proposed"),
                        new Proposal("24 Nov 2026 03:00 UTC", "20 Nov 2026 18:30 UTC", "Ada", "At night", "Replaced"));
    }

    @Test
    void whatIsAgreedAndWhatWasMissedSaysSo() {
        AgreedTimeView agreed =
                AgreedTimeView.of(REQUEST, new TimeTalk(List.of(FIRST, SECOND), List.of(ACCEPTED), List.of()), NAMES);
        AgreedTimeView missed = AgreedTimeView.of(
                REQUEST,
                new TimeTalk(List.of(FIRST, SECOND), List.of(ACCEPTED), List.of(new MissedTime(1, 2, "…", SAID))),
                NAMES);

        assertThat(agreed.time()).isEqualTo("24 Nov 2026 04:00 UTC");
        assertThat(agreed.missing()).isEmpty();
        assertThat(agreed.proposals().get(0).state()).isEqualTo("Agreed");
        assertThat(agreed.proposals().get(0).behind()).isEqualTo("Fay for forum-team; Ada: Fine");
        assertThat(missed.time()).isEmpty();
        assertThat(missed.missing()).isEqualTo("Ada");
        assertThat(missed.proposals().get(0).state()).isEqualTo("Missed");
    }

    @Test
    void ofWhatIsOverNobodyIsAsked() {
        assertThat(view(REQUEST.end(Outcome.WITHDRAWN, "Not needed", SAID)).missing())
                .isEmpty();
        assertThat(view(APageRequest.waiting()).asked()).isFalse();
    }

    @Test
    void theSyncComesAtTheAgreedTimeAndNotWhenTheNoticeHasElapsed() {
        NoticeClockView clock = new NoticeClockView("Elapses at …", "21 Nov 2026 18:00:05 UTC");

        assertThat(clock.at(view(REQUEST)).earliest()).isEqualTo("At a time that all have agreed on");
        assertThat(clock.at(AgreedTimeView.of(
                                REQUEST,
                                new TimeTalk(
                                        List.of(SECOND),
                                        List.of(new Acceptance(1, 2, "requester", "ada", "", SAID)),
                                        List.of()),
                                NAMES))
                        .earliest())
                .isEqualTo("24 Nov 2026 04:00 UTC, the agreed time");
        assertThat(clock.at(view(APageRequest.waiting()))).isEqualTo(clock);
        NoticeClockView over = new NoticeClockView("", "");
        assertThat(over.at(view(REQUEST))).isEqualTo(over);
    }

    private static AgreedTimeView view(DeploymentRequest request) {
        return view(request, List.of());
    }

    private static AgreedTimeView view(DeploymentRequest request, List<TimeProposal> proposals) {
        return AgreedTimeView.of(request, new TimeTalk(proposals, List.of(), List.of()), NAMES);
    }
}
