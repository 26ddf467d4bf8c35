package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.FixedArgoCd;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Tier;
import org.syncgate.notice.ANotice;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.request.ARequest;
import org.syncgate.request.Acceptance;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.MissedTime;
import org.syncgate.request.SaidTimes;
import org.syncgate.request.TimeProposal;
import org.syncgate.window.FixedCalendars;

/** Ada asked for it, the forum team agrees; people are at work from 01:00 to 17:00 UTC, and the slot is two hours. */
class AtAgreedTimeTests {

    private static final Instant TIME = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant NOW = TIME.plus(Duration.ofMinutes(30));
    private static final Agreement AGREED =
            new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}");
    private static final DeploymentRequest REQUEST =
            ARequest.waiting(AGREED, practice(Path.OUT_OF_HOURS, List.of("forum-team")));

    private final SaidTimes talks = new SaidTimes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T23:59:59.999Z | The agreed time is 24 Nov 2026 00:00:00 UTC.
            2026-11-24T00:00:00Z     |
            2026-11-24T00:59:59.999Z |
            2026-11-24T01:00:00Z     | It is not out of hours: office hours are Monday to Sunday 01:00 to 17:00 (Z).
            2026-11-24T01:59:59.999Z | It is not out of hours: office hours are Monday to Sunday 01:00 to 17:00 (Z).
            2026-11-24T17:00:00Z     | The agreed time, 24 Nov 2026 00:00 UTC, was over at 24 Nov 2026 02:00:00 UTC.
            """)
    void itIsTheAgreedTimeFromItsBeginningUntilItsSlotIsOverAndOutOfHours(Instant now, String refusal) {
        agreed(1, TIME);

        assertThat(refusals(REQUEST, now))
                .containsExactlyElementsOf(refusal == null ? List.of() : List.of(Refusal.waits(refusal)));
    }

    @Test
    void aSlotEndsAtItsLastMomentEvenOutOfHours() {
        Instant evening = Instant.parse("2026-11-23T20:00:00Z");
        agreed(1, evening);

        assertThat(refusals(REQUEST, evening.plus(Duration.ofHours(2)).minusNanos(1)))
                .isEmpty();
        assertThat(refusals(REQUEST, evening.plus(Duration.ofHours(2)))).hasSize(1);
    }

    @Test
    void whoDoesNotStandBehindATimeIsNamed() {
        assertThat(refusals(REQUEST, NOW))
                .containsExactly(Refusal.waits("No time has been agreed on yet: requester, forum-team missing."));
        talks.propose(ARequest.ID, new TimeProposal(1, 1, "requester", "ada", TIME, "", TIME));
        assertThat(refusals(REQUEST, NOW))
                .containsExactly(Refusal.waits("No time has been agreed on yet: forum-team missing."));
    }

    @Test
    void anEarlierAgreementsTimeIsNone() {
        agreed(1, TIME);
        DeploymentRequest retargeted = REQUEST.retarget(AGREED, REQUEST.agreedAt(), REQUEST.expiresAt());

        assertThat(refusals(retargeted, NOW)).hasSize(1);
    }

    @Test
    void aMissedTimeIsNone() {
        agreed(1, TIME);
        talks.miss(ARequest.ID, new MissedTime(1, 1, "…", NOW));

        assertThat(refusals(REQUEST, NOW)).hasSize(1);
    }

    @Test
    void aLaterProposalTakesAnAgreedTimeAway() {
        agreed(1, TIME);
        talks.propose(ARequest.ID, new TimeProposal(1, 2, "forum-team", "fay", TIME, "", TIME));

        assertThat(refusals(REQUEST, NOW))
                .containsExactly(Refusal.waits("No time has been agreed on yet: requester missing."));
    }

    @Test
    void whereNothingSaysWhenPeopleAreAtWorkNothingIsOutOfHours() {
        agreed(1, TIME);

        assertThat(refusals(REQUEST, NOW, "roundtable"))
                .containsExactly(Refusal.waits("Nothing says when people of idfprod are at work."));
    }

    @Test
    void aPracticeWithoutCoordinationNeedsNoTime() {
        assertThat(refusals(ARequest.waiting(AGREED), NOW)).isEmpty();
        assertThat(refusals(ARequest.waiting(AGREED, practice(Path.COURTESY_NOTICE, List.of("forum-team"))), NOW))
                .hasSize(1);
    }

    @Test
    void aTimeInPlaceOfAMissedOneIsToldOnEachChannelAsLongAheadAsTheAnnouncement() {
        agreed(1, TIME);
        assertThat(told(REQUEST, NOW)).isEmpty();
        Instant missedAt = TIME.plus(Duration.ofHours(2));
        talks.miss(ARequest.ID, new MissedTime(1, 1, "…", missedAt));
        Refusal untold = Refusal.waits("That another time is agreed has not been told long enough ago on #forum.");
        Instant written = missedAt.plus(Duration.ofHours(1));
        Instant delivered = missedAt.plus(Duration.ofHours(2));
        Instant enough = delivered.plus(Duration.ofHours(24));

        assertThat(told(REQUEST, enough)).containsExactly(untold);
        assertThat(told(REQUEST, enough, ANotice.told(NoticeKind.TIME_AGREED, 1, "#forum", written, delivered)))
                .isEmpty();
        assertThat(told(
                        REQUEST,
                        enough.minusNanos(1),
                        ANotice.told(NoticeKind.TIME_AGREED, 1, "#forum", written, delivered)))
                .containsExactly(untold);
        assertThat(told(REQUEST, enough, ANotice.told(NoticeKind.TIME_AGREED, 1, "#other", written, delivered)))
                .containsExactly(untold);
        assertThat(told(REQUEST, enough, ANotice.told(NoticeKind.TIME_AGREED, 2, "#forum", written, delivered)))
                .containsExactly(untold);
        assertThat(told(REQUEST, enough, ANotice.told(NoticeKind.TIME_PROPOSED, 1, "#forum", written, delivered)))
                .containsExactly(untold);
        assertThat(told(
                        REQUEST,
                        enough,
                        ANotice.told(NoticeKind.TIME_AGREED, 1, "#forum", missedAt.minusNanos(1), delivered)))
                .containsExactly(untold);
    }

    private void agreed(int number, Instant time) {
        talks.propose(ARequest.ID, new TimeProposal(1, number, "requester", "ada", time, "", TIME));
        talks.accept(ARequest.ID, new Acceptance(1, number, "forum-team", "fay", "", TIME));
    }

    private static Practice practice(Path path, List<String> groups) {
        return new Practice(
                "1", path, Duration.ofHours(24), List.of("#forum"), List.of(), false, groups, "As is done here");
    }

    private List<Refusal> refusals(DeploymentRequest request, Instant now) {
        return refusals(request, now, "science");
    }

    private List<Refusal> refusals(DeploymentRequest request, Instant now, String deployment) {
        return new AtAgreedTime(
                        talks,
                        AllConditions.TERMS,
                        FixedCalendars.everyDayFromOne(deployment),
                        FixedArgoCd.of(
                                new Cluster("idfprod", "science", Tier.PROD),
                                new ClusterStatus.Reachable(),
                                new Reading.Missing()),
                        Clock.fixed(now, ZoneOffset.UTC))
                .refusals(request)
                .toList();
    }

    private List<Refusal> told(DeploymentRequest request, Instant now, Notice... notices) {
        return new AgreedTimeWasTold(talks, ToldNotices.of(notices), Clock.fixed(now, ZoneOffset.UTC))
                .refusals(request, new Reading.Missing())
                .toList();
    }
}
