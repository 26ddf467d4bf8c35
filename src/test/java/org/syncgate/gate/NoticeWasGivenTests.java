package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.notice.ANotice;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;

/** Requests that opened on Friday 20 November 2026 at 18:00 UTC. */
class NoticeWasGivenTests {

    private static final String USERS = "#rsp-team";
    private static final String DOCS = "#dm-docs";
    private static final Instant OPENED = ARequest.OPENED;
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Agreement AGREED =
            new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}");

    @Test
    void anAnnouncementIsGrantedExactlyWhenTheNoticeHasElapsed() {
        DeploymentRequest request = request(HOUR, USERS);
        Notice told = ANotice.announced(1, USERS, OPENED.plusSeconds(30));
        Instant elapses = OPENED.plusSeconds(30).plus(HOUR);

        assertThat(refusals(request, elapses.minusMillis(1), told))
                .containsExactly(Refusal.waits("The notice elapses at 20 Nov 2026 19:00:30 UTC."));
        assertThat(refusals(request, elapses, told)).isEmpty();
        assertThat(refusals(request, elapses.plusMillis(1), told)).isEmpty();
    }

    @Test
    void theClockRunsFromTheLastDelivery() {
        DeploymentRequest request = request(HOUR, USERS, DOCS);
        Notice first = ANotice.announced(1, USERS, OPENED);
        Notice last = ANotice.announced(1, DOCS, OPENED.plus(HOUR));

        assertThat(refusals(request, OPENED.plus(HOUR), first, last)).hasSize(1);
        assertThat(refusals(request, OPENED.plus(HOUR).plus(HOUR).minusMillis(1), last, first))
                .hasSize(1);
        assertThat(refusals(request, OPENED.plus(HOUR).plus(HOUR), first, last)).isEmpty();
    }

    @Test
    void aWeekendCounts() {
        DeploymentRequest request = request(Duration.ofDays(1), USERS);

        assertThat(refusals(request, OPENED.plus(Duration.ofDays(1)), ANotice.announced(1, USERS, OPENED)))
                .isEmpty();
    }

    @Test
    void eachChannelHasToBeTold() {
        DeploymentRequest request = request(HOUR, USERS, DOCS);
        Instant longAfter = OPENED.plus(Duration.ofDays(3));

        assertThat(refusals(request, longAfter))
                .containsExactly(Refusal.waits("It has not been announced yet on #rsp-team, #dm-docs."));
        assertThat(refusals(request, longAfter, ANotice.announced(1, USERS, OPENED)))
                .containsExactly(Refusal.waits("It has not been announced yet on #dm-docs."));
    }

    @Test
    void whatIsWrittenOrGivenUpOrSomethingElseIsNoNotice() {
        DeploymentRequest request = request(HOUR, USERS);
        Instant longAfter = OPENED.plus(Duration.ofDays(3));

        assertThat(refusals(request, longAfter, ANotice.announcement(1, USERS))).hasSize(1);
        assertThat(refusals(request, longAfter, ANotice.abandoned(1, USERS, OPENED)))
                .hasSize(1);
        assertThat(refusals(request, longAfter, ANotice.told(NoticeKind.REMINDER, 1, USERS, OPENED)))
                .hasSize(1);
    }

    @Test
    void aChannelHasToBeToldEvenWhereNoTimeHasToPass() {
        DeploymentRequest request = request(Duration.ZERO, USERS);

        assertThat(refusals(request, OPENED)).hasSize(1);
        assertThat(refusals(request, OPENED, ANotice.announced(1, USERS, OPENED)))
                .isEmpty();
    }

    @Test
    void whereNobodyHasToBeToldTheClockRunsFromTheAgreement() {
        DeploymentRequest request = request(HOUR);
        DeploymentRequest retargeted = request.retarget(AGREED, OPENED.plus(HOUR), request.expiresAt());

        assertThat(refusals(request, OPENED.plus(HOUR).minusMillis(1)))
                .containsExactly(Refusal.waits("The notice elapses at 20 Nov 2026 19:00:00 UTC."));
        assertThat(refusals(request, OPENED.plus(HOUR))).isEmpty();
        assertThat(refusals(retargeted, OPENED.plus(HOUR).plus(HOUR).minusMillis(1)))
                .hasSize(1);
        assertThat(refusals(retargeted, OPENED.plus(HOUR).plus(HOUR))).isEmpty();
    }

    @Test
    void aPracticeThatAsksForNoNoticeIsGrantedAtOnce() {
        assertThat(refusals(request(Duration.ZERO), OPENED)).isEmpty();
    }

    @Test
    void anEarlierAgreementsNoticeDoesNotCountEvenForTheSameRevision() {
        Instant retargeted = OPENED.plus(Duration.ofHours(2));
        DeploymentRequest request = request(HOUR, USERS);
        DeploymentRequest second = request.retarget(AGREED, retargeted, request.expiresAt());
        Notice before = ANotice.announced(1, USERS, OPENED);
        Notice now = ANotice.announced(2, USERS, retargeted);

        assertThat(refusals(second, OPENED.plus(Duration.ofDays(3)), before)).hasSize(1);
        assertThat(refusals(second, retargeted.plus(HOUR).minusMillis(1), before, now))
                .hasSize(1);
        assertThat(refusals(second, retargeted.plus(HOUR), before, now)).isEmpty();
    }

    private static DeploymentRequest request(Duration minimumNotice, String... channels) {
        return ARequest.waiting(AGREED, ARequest.practice(Path.COURTESY_NOTICE, minimumNotice, List.of(channels)));
    }

    private static List<Refusal> refusals(DeploymentRequest request, Instant now, Notice... notices) {
        return new NoticeWasGiven(ToldNotices.of(notices), Clock.fixed(now, ZoneOffset.UTC))
                .refusals(request, new Reading.Missing())
                .toList();
    }
}
