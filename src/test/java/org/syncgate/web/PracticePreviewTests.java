package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.demo.Seeded;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.process.Choice;
import org.syncgate.process.Deployable;
import org.syncgate.process.Offer;
import org.syncgate.request.ARequest;

class PracticePreviewTests {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    private static final String AT_WILL =
            "**Practice:** Developer at will, no heads-up required.\n\n**Earliest sync:** at once.";
    private static final String COURTESY = "**Practice:** Courtesy notice, 1 hour's notice at least.\n\n"
            + "**Earliest sync:** not before 20 Nov 2026 19:00 UTC.";
    private static final String REFUSED = "**It would be refused.** The practice has no such thing.";

    private static final Map<String, String> TEXTS =
            Map.of("at will", AT_WILL, "courtesy", COURTESY, "refused", REFUSED);

    private static final Offer WALKS_AT_WILL = walks(Path.AT_WILL, Duration.ZERO);
    private static final Offer WALKS_WITH_NOTICE = walks(Path.COURTESY_NOTICE, Duration.ofHours(1));
    private static final Offer REFUSES = new Offer.Refuses("The practice has no such thing.");

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

    /** At will for all that users don't notice; beyond that tap wants notice, and mobu is refused when it is extended. */
    private static final List<Deployable> DEPLOYABLES = List.of(
            deployable("tap", disruption -> disruption == Disruption.NONE ? WALKS_AT_WILL : WALKS_WITH_NOTICE),
            deployable("mobu", disruption -> disruption == Disruption.EXTENDED ? REFUSES : WALKS_AT_WILL));

    /** A major change wants notice, and what is extended is refused whatever the change is. */
    private static final Deployable CHANGING = deployable(
            "tap",
            "a",
            (disruption, change) -> disruption == Disruption.EXTENDED
                    ? REFUSES
                    : change == Change.MAJOR ? WALKS_WITH_NOTICE : WALKS_AT_WILL);

    private final PracticePreview preview = new PracticePreview(new ObjectMapper(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void withoutNoticeTheSyncComesAsSoonAsItIsApprovedWhereSomebodyHasToApprove() {
        Offer consensus = new Offer.Walks(
                ARequest.practice(Path.TEAM_CONSENSUS, Duration.ZERO, List.of(), "developers:2"),
                Duration.ZERO,
                Optional.empty());

        assertThat(preview.of(List.of(deployable("tap", disruption -> consensus))))
                .containsOnlyKeys("**Practice:** Team consensus, approved by 2 of developers.\n\n**Earliest sync:** as"
                        + " soon as it is approved.");
    }

    @Test
    void applicationsThatShareAnAnswerShareItsText() {
        assertThat(preview.of(DEPLOYABLES)).containsOnlyKeys(AT_WILL, COURTESY, REFUSED);
    }

    @Test
    void applicationsShareAnAnswersTextHoweverLongTheFormTakesToFill() {
        Clock slow = mock();
        when(slow.instant()).thenReturn(NOW, NOW.plusSeconds(60));
        PracticePreview late = new PracticePreview(new ObjectMapper(), slow);

        assertThat(late.of(List.of(
                        deployable("tap", disruption -> WALKS_WITH_NOTICE),
                        deployable("mobu", disruption -> WALKS_WITH_NOTICE))))
                .containsOnlyKeys(COURTESY);
    }

    @Test
    void aTextsConditionListsExactlyItsChoicesForEachDisruption() {
        assertThat(preview.of(DEPLOYABLES).get(AT_WILL))
                .isEqualTo("(disruption = \"none\" and list contains([\"idfdev/tap@a\"], application))"
                        + " or ((disruption = \"none\" or disruption = \"expected\") and"
                        + " list contains([\"idfdev/mobu@a\"], application))");
    }

    @ParameterizedTest
    @CsvSource({
        "tap, none, at will",
        "tap, expected, courtesy",
        "tap, extended, courtesy",
        "mobu, none, at will",
        "mobu, expected, at will",
        "mobu, extended, refused"
    })
    void eachChoiceShowsItsOwnTextAndNoOther(String application, String disruption, String answer) {
        assertThat(shown(preview.of(DEPLOYABLES), "idfdev/" + application + "@a", disruption))
                .containsExactly(TEXTS.get(answer));
    }

    @Test
    void whatIsNotInTheListShowsNothing() {
        assertThat(shown(preview.of(DEPLOYABLES), "idfdev/tap@b", "none")).isEmpty();
        assertThat(shown(preview.of(DEPLOYABLES), "idfdev/tap@a", "unheard-of")).isEmpty();
    }

    @Test
    void textsAreQuotedSoThatNoneEndsItsCondition() {
        String odd = "a\"], application) or true or list contains([\"\\";
        Deployable deployable =
                deployable("tap", odd, (disruption, change) -> disruption == Disruption.NONE ? WALKS_AT_WILL : REFUSES);
        Map<String, String> texts = preview.of(List.of(deployable));

        assertThat(shown(texts, "idfdev/tap@" + odd, "none")).containsExactly(AT_WILL);
        assertThat(shown(texts, "idfdev/mobu@a", "none")).isEmpty();
    }

    @Test
    void whereNothingButTheApplicationMattersTheConditionAsksForNothingElse() {
        assertThat(preview.of(List.of(deployable("tap", disruption -> WALKS_AT_WILL))))
                .containsExactly(Map.entry(AT_WILL, "(list contains([\"idfdev/tap@a\"], application))"));
    }

    @ParameterizedTest
    @CsvSource({
        "none, cosmetic, at will",
        "none, minor, at will",
        "none, major, courtesy",
        "extended, cosmetic, refused",
        "extended, major, refused"
    })
    void whereTheChangeMattersEachHasItsOwnText(String disruption, String change, String answer) {
        assertThat(shown(preview.of(List.of(CHANGING)), "idfdev/tap@a", disruption, change))
                .containsExactly(TEXTS.get(answer));
    }

    @Test
    void untilTheFieldsThatMatterAreChosenNothingIsShown() {
        Map<String, String> texts = preview.of(List.of(CHANGING));

        assertThat(shown(texts, "idfdev/tap@a", "none", null)).isEmpty();
        assertThat(shown(texts, "idfdev/tap@a", null, "minor")).isEmpty();
        assertThat(shown(texts, null, "none", "minor")).isEmpty();
        assertThat(shown(texts, "idfdev/tap@a", "extended", null)).containsExactly(REFUSED);
    }

    @Test
    void adviceStandsInALineOfItsOwn() {
        Offer advised = walks(Path.AT_WILL, Duration.ZERO, Optional.of("Consider it."));

        assertThat(preview.of(List.of(deployable("tap", disruption -> advised))))
                .containsOnlyKeys(AT_WILL + "\n\n**Advice:** Consider it.");
    }

    @Test
    void wherePathsDifferThatReadAlikeTheEarliestTimeTellsThemApart() {
        List<Deployable> deployables = List.of(
                deployable("tap", disruption -> walks(Path.AT_WILL, Duration.ofMinutes(5))),
                deployable("mobu", disruption -> WALKS_AT_WILL));

        assertThat(preview.of(deployables)).hasSize(2);
    }

    @Test
    void whereNothingCanBeDeployedThereIsNothingToShow() {
        assertThat(preview.of(List.of())).isEmpty();
    }

    /** The texts whose condition holds, as the form decides it. */
    private static List<String> shown(Map<String, String> texts, String application, String disruption) {
        return shown(texts, application, disruption, "minor");
    }

    private static List<String> shown(
            Map<String, String> texts,
            @Nullable String application,
            @Nullable String disruption,
            @Nullable String change) {
        return texts.entrySet().stream()
                .filter(entry -> FEEL.<Boolean>evaluateSimpleExpression(
                        entry.getValue(),
                        Variables.putValue("application", application)
                                .putValue("disruption", disruption)
                                .putValue("change", change)
                                .asVariableContext()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Offer walks(Path path, Duration earliest) {
        return walks(path, earliest, Optional.empty());
    }

    private static Offer walks(Path path, Duration earliest, Optional<String> advice) {
        return new Offer.Walks(
                new Practice("1", path, earliest, List.of(), List.of(), false, List.of(), "…"), earliest, advice);
    }

    private static Deployable deployable(String name, Function<Disruption, Offer> offer) {
        return deployable(name, "a", (disruption, change) -> offer.apply(disruption));
    }

    private static Deployable deployable(String name, String revision, BiFunction<Disruption, Change, Offer> offer) {
        Deployable any = ADeployable.offering(Seeded.live("idfdev/tap"), offer);
        Choice choice = new Choice(new ApplicationId("idfdev", name), Optional.of(List.of(revision)));
        return new Deployable(choice, any.live(), any.offers(), Optional.empty());
    }
}
