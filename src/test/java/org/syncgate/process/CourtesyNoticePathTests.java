package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.Notices;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/** An announcement on two channels, and an hour after the last of them was told the gate is asked. */
@Walks("path-courtesy-notice")
class CourtesyNoticePathTests extends PathRun {

    private static final Duration NOTICE = Duration.ofHours(1);

    CourtesyNoticePathTests() {
        super(COURTESY_NOTICE);
    }

    @Test
    void whatWasAnnouncedIsDeployedWhenTheNoticeHasElapsed() {
        DeploymentRequest request = started();
        Instant told = clock.instant();
        assertThat(due("noticeElapsed")).isEqualTo(told.plus(NOTICE));
        assertThat(words(request))
                .startsWith("Announced on #rsp-team, #com-square at ")
                .contains("1 hour");
        assertThat(argoCd.asked()).isZero();

        clock.passes(NOTICE);
        fire("noticeElapsed");
        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void bothChannelsAreToldWhatBecomesOfIt() {
        DeploymentRequest request = started();
        clock.passes(NOTICE);
        fire("noticeElapsed");
        syncs();

        assertThat(notices(request))
                .containsExactly(
                        NoticeKind.ANNOUNCEMENT,
                        NoticeKind.ANNOUNCEMENT,
                        NoticeKind.START,
                        NoticeKind.START,
                        NoticeKind.SUCCESS,
                        NoticeKind.SUCCESS);
        assertThat(channels.posted(RSP_TEAM))
                .extracting(Notices.Post::thread)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(ScriptedNotices.id(RSP_TEAM, 1)),
                        Optional.of(ScriptedNotices.id(RSP_TEAM, 1)));
        assertThat(channels.titles(COM_SQUARE).get(0)).startsWith("Deployment of idfint/gafaelfawr (science int): ");
        assertThat(channels.titles(COM_SQUARE).get(1)).startsWith("The sync of idfint/gafaelfawr ");
        assertThat(channels.titles(COM_SQUARE).get(2))
                .startsWith("idfint/gafaelfawr ")
                .endsWith(" is deployed");
    }

    @Test
    void aTimerThatFiresTooEarlyDoesNotOpenTheGate() {
        DeploymentRequest request = started();
        clock.passes(NOTICE.minusSeconds(1));
        fire("noticeElapsed");
        assertThat(argoCd.asked()).isZero();
        assertThat(words(request)).startsWith("The notice elapses at ");

        clock.passes(Duration.ofSeconds(1));
        fire("nextLookDue");

        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void theClockStartsWhenTheLastChannelHasBeenTold() {
        channels.fails(COM_SQUARE, "The channel is archived.");
        DeploymentRequest request = started();
        assertThat(kinds(request)).doesNotContain(Kind.CLOCK_STARTED);
        assertThat(waitsFor("noticeElapsed")).isFalse();

        channels.recovers(COM_SQUARE);
        clock.passes(Duration.ofSeconds(10));
        fire("nextTryDue");

        assertThat(due("noticeElapsed")).isEqualTo(clock.instant().plus(NOTICE));
        assertThat(channels.posted(RSP_TEAM)).hasSize(1);
    }

    @Test
    void aRequestThatEndsBeforeAllAreToldLeavesThePath() {
        channels.fails(COM_SQUARE, "The channel is archived.");
        DeploymentRequest request = started();
        runOutOfTries();

        decide("admin", "end", "Nobody can be told on that channel");

        assertThat(endOf(request)).isEqualTo("requestGivenUp");
    }

    private void runOutOfTries() {
        while (waitsFor("nextTryDue")) {
            clock.passes(Duration.ofMinutes(30));
            fire("nextTryDue");
        }
    }
}
