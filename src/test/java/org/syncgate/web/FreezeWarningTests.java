package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncgate.model.ApplicationId;
import org.syncgate.process.Choice;
import org.syncgate.window.AFreeze;
import org.syncgate.window.FreezeScope;
import org.syncgate.window.FreezeTerms;
import org.syncgate.window.SetFreezes;

/** On Friday 20 November 2026 at 18:00 UTC. */
class FreezeWarningTests {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));

    private static final Choice TAP = choice("summit", "tap");
    private static final Choice MOBU = choice("idfdev", "mobu");

    @Test
    void whatIsFrozenIsToldUntilWhenAndWhyForThoseThatItCovers() {
        Map<String, String> warnings = warnings(SetFreezes.of(AFreeze.of(7, NOW, LATER, AFreeze.clusters("summit"))));

        assertThat(warnings).hasSize(1).allSatisfy((words, when) -> {
            assertThat(words)
                    .startsWith("**Frozen until 23 Nov 2026 18:00 UTC** by [f-7](/freezes), every service in summit:"
                            + " Proposals are due on Monday\n\nYou can ask for it all the same: ");
            assertThat(when).isEqualTo("list contains([\"summit/tap@a\"], application)");
        });
    }

    @Test
    void eachFreezeHasAWarningOfItsOwn() {
        assertThat(warnings(SetFreezes.of(
                        AFreeze.of(1, NOW, LATER, AFreeze.clusters("summit")),
                        AFreeze.of(2, NOW, LATER, FreezeScope.EVERYTHING))))
                .hasSize(2)
                .containsValue("list contains([\"summit/tap@a\",\"idfdev/mobu@a\"], application)");
    }

    @Test
    void whatIsOverOrToComeOrCoversNothingThatIsPendingIsNotTold() {
        assertThat(warnings(SetFreezes.of(
                        AFreeze.of(1, NOW.minusSeconds(60), NOW, FreezeScope.EVERYTHING),
                        AFreeze.of(2, NOW.plusMillis(1), LATER, FreezeScope.EVERYTHING),
                        AFreeze.of(3, NOW, LATER, AFreeze.clusters("base")))))
                .isEmpty();
    }

    @Test
    void whatPeopleWroteIsShownAsTheyWroteIt() {
        SetFreezes freezes = SetFreezes.of();
        freezes.set(new FreezeTerms(NOW, LATER, FreezeScope.EVERYTHING, "[Look](http://evil) *here*"), "eve");

        assertThat(warnings(freezes).keySet())
                .singleElement()
                .asString()
                .contains("\\[Look\\]\\(http\\:\\/\\/evil\\) \\*here\\*");
    }

    private static Map<String, String> warnings(SetFreezes freezes) {
        return new FreezeWarning(
                        freezes,
                        AFreeze.everythingIs("science-platform"),
                        new ObjectMapper(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .of(List.of(TAP, MOBU));
    }

    private static Choice choice(String cluster, String name) {
        return new Choice(new ApplicationId(cluster, name), Optional.of(List.of("a")));
    }
}
