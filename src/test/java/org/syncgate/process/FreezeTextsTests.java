package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.access.People;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.FreezeId;
import org.syncgate.notice.NoticeKind;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.AFreeze;
import org.syncgate.window.Freeze;
import org.syncgate.window.FreezeTerms;

/** A freeze that eve set on Friday 20 November 2026, 18:00 UTC, for three days. */
class FreezeTextsTests {

    private static final Instant NOW = ARequest.OPENED;
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final DeploymentRequest REQUEST = ARequest.waiting(
            new Agreement(new ApplicationId("summit", "tap"), List.of("a".repeat(40)), List.of("b".repeat(40)), "{}"));

    private final People people = mock(People.class);
    private final FreezeTexts texts =
            new FreezeTexts(people, new PublicUrl(URI.create("https://syncgate.example.org")));

    @BeforeEach
    void everybodyHasAName() {
        when(people.nameOf("eve")).thenReturn("Eve");
        when(people.nameOf("ada")).thenReturn("Ada");
    }

    @Test
    void whatIsFrozenAtOnceIsToldUntilWhen() {
        assertThat(texts.set(freeze(NOW))).isEqualTo("""
                        Freeze of every service in summit until 23 Nov 2026 18:00 UTC
                        Proposals are due on Monday
                        Set by Eve. Nothing that it covers is deployed meanwhile; requests for it can be made and wait.
                        Freezes: https://syncgate.example.org/freezes""");
    }

    @Test
    void whatIsToComeIsToldFromWhen() {
        assertThat(texts.set(freeze(NOW.plusSeconds(60))))
                .startsWith("Freeze of every service in summit from 20 Nov 2026 18:01 UTC to 23 Nov 2026 18:00 UTC\n");
    }

    @Test
    void whatIsLiftedIsToldByWhomAndWhy() {
        assertThat(texts.lifted(freeze(NOW), "eve", "It was\nput off"))
                .startsWith("Eve lifted the freeze of every service in summit that was to last until 23 Nov 2026 18:00"
                        + " UTC\nIt was put off\n");
    }

    @Test
    void whatMayPassIsToldWithWhoseItIs() {
        assertThat(texts.overridden(freeze(NOW), REQUEST, "eve", "It mends the queue"))
                .isEqualTo("""
                        Eve lets summit/tap aaaaaaa → bbbbbbb pass the freeze of every service in summit
                        It mends the queue
                        Asked for by Ada. For everything else the freeze lasts until 23 Nov 2026 18:00 UTC.
                        Request: https://syncgate.example.org/requests/%s
                        Freezes: https://syncgate.example.org/freezes""".formatted(REQUEST.id()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "FREEZE.*")
    void eachKindHasATemplateThatWorksAndKeepsPeoplesWordsInOneLine(NoticeKind kind) {
        Map<NoticeKind, String> all = Map.of(
                NoticeKind.FREEZE, texts.set(freeze(NOW)),
                NoticeKind.FREEZE_LIFTED, texts.lifted(freeze(NOW), "eve", "Why\n\nnot"),
                NoticeKind.FREEZE_OVERRIDDEN, texts.overridden(freeze(NOW), REQUEST, "eve", "Why\n\nnot"));

        assertThat(all.get(kind)).isNotNull().doesNotContain("[", "${", "null", "\n\n");
    }

    private static Freeze freeze(Instant from) {
        return new Freeze(
                FreezeId.of(7),
                new FreezeTerms(from, LATER, AFreeze.clusters("summit"), AFreeze.REASON),
                "eve",
                NOW,
                Optional.empty());
    }
}
