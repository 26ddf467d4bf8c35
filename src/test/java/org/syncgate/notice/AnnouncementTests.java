package org.syncgate.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnouncementTests {

    private static final String USERS = "#rsp-team";
    private static final String DOCS = "#dm-docs";
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);

    @Test
    void theClockStartsWhenTheLastChannelWasToldInWhateverOrder() {
        Notice first = ANotice.announced(1, USERS, NINE);
        Notice last = ANotice.announced(1, DOCS, TEN);

        assertThat(on(List.of(USERS, DOCS), first, last)).isEqualTo(new Announcement(List.of(), Optional.of(TEN)));
        assertThat(on(List.of(USERS, DOCS), last, first)).isEqualTo(new Announcement(List.of(), Optional.of(TEN)));
    }

    @Test
    void theClockDoesNotStartWhileAChannelIsUntold() {
        assertThat(on(List.of(USERS, DOCS), ANotice.announced(1, DOCS, NINE)))
                .isEqualTo(new Announcement(List.of(USERS), Optional.empty()));
    }

    @Test
    void whatIsWrittenOrGivenUpIsNotDelivered() {
        assertThat(on(List.of(USERS, DOCS), ANotice.announcement(1, USERS), ANotice.abandoned(1, DOCS, NINE))
                        .untold())
                .containsExactly(USERS, DOCS);
    }

    @Test
    void anotherAgreementsAnnouncementTellsNobodyOfThisOne() {
        assertThat(on(List.of(USERS), ANotice.announced(2, USERS, NINE)).untold())
                .containsExactly(USERS);
        assertThat(Announcement.of(List.of(ANotice.announced(1, USERS, NINE)), 2, List.of(USERS))
                        .untold())
                .containsExactly(USERS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANNOUNCEMENT")
    void nothingButAnAnnouncementAnnounces(NoticeKind kind) {
        assertThat(on(List.of(USERS), ANotice.told(kind, 1, USERS, NINE)).untold())
                .containsExactly(USERS);
        assertThat(on(List.of(USERS), ANotice.announced(1, USERS, NINE), ANotice.told(kind, 1, USERS, TEN))
                        .lastDelivered())
                .contains(NINE);
    }

    @Test
    void aChannelThatThePracticeDoesNotNameNeitherHelpsNorDelays() {
        assertThat(on(List.of(USERS), ANotice.announced(1, DOCS, NINE)).untold())
                .containsExactly(USERS);
        assertThat(on(List.of(USERS), ANotice.announced(1, USERS, NINE), ANotice.announced(1, DOCS, TEN)))
                .isEqualTo(new Announcement(List.of(), Optional.of(NINE)));
    }

    @Test
    void whereThePracticeNamesNoChannelNobodyIsUntoldAndNothingStartsTheClock() {
        assertThat(on(List.of(), ANotice.announced(1, USERS, NINE)))
                .isEqualTo(new Announcement(List.of(), Optional.empty()));
    }

    @Test
    void aClockThatRunsWhileSomebodyIsUntoldIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Announcement(List.of(USERS), Optional.of(NINE)))
                .withMessageContaining(USERS);
    }

    private static Announcement on(List<String> channels, Notice... notices) {
        return Announcement.of(Arrays.asList(notices), 1, channels);
    }
}
