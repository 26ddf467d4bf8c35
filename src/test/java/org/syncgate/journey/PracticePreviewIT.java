package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.demo.DemoClock;
import org.syncgate.demo.DemoPlace;
import org.syncgate.model.ApplicationId;

/** What the start form says of the practice before anybody presses Start. */
class PracticePreviewIT extends FormJourney {

    @Test
    void everyChoiceShowsExactlyOnePracticeForEachDisruptionAndChange() {
        JsonNode form = form();
        // what other tests have put beside the demo's applications are copies of these
        Set<String> seeded = DemoPlace.all(DemoClock.ofThisJvm()).populations().stream()
                .flatMap(cluster -> cluster.objects().stream()
                        .map(object -> cluster.cluster().name() + "/"
                                + object.at("/metadata/name").asText()))
                .collect(Collectors.toSet());
        List<JsonNode> choices = choices(form).stream()
                .filter(choice -> seeded.contains(choice.path("value").asText().split("@")[0]))
                .toList();
        assertThat(choices).hasSizeGreaterThan(20);

        for (JsonNode choice : choices) {
            for (String disruption : List.of("none", "expected", "extended")) {
                for (String change : List.of("cosmetic", "minor", "major")) {
                    String value = choice.path("value").asText();
                    assertThat(shown(form, value, disruption, change))
                            .as(value + ", disruption " + disruption + ", " + change + " change")
                            .singleElement()
                            .asString()
                            .containsAnyOf("Earliest sync:", "It would be refused.");
                }
            }
        }
    }

    @Test
    void withoutAChoiceNoPracticeIsShown() {
        assertThat(shown(form(), null, "none")).singleElement().asString().contains("Choose an application");
    }

    @Test
    void thePreviewSaysWhenTheSyncCanHappen() {
        ApplicationId application = pending();

        assertThat(shown(form(), valueOf(application), "none"))
                .singleElement()
                .asString()
                .contains("Developer at will", "**Earliest sync:** at once.");
    }

    @ParameterizedTest
    @CsvSource({
        "minikube, mobu, none, auto-sync is switched off for minikube/mobu",
    })
    void thePreviewSaysWhatWouldBeRefusedAndWhy(String cluster, String name, String disruption, String why) {
        assertThat(shown(form(), valueOf(new ApplicationId(cluster, name)), disruption))
                .singleElement()
                .asString()
                .contains("It would be refused.", why);
    }

    @Test
    void whereAWindowIsNeededThePreviewSaysSo() {
        assertThat(shown(form(), valueOf(new ApplicationId("roundtable-prod", "ook")), "expected"))
                .singleElement()
                .asString()
                .contains(
                        "**Earliest sync:** not before ", ", in the first maintenance window that leaves time for it.");
    }

    @ParameterizedTest
    @CsvSource({
        "idfprod, portal, extended, 'release-managers, 7 days'' notice'",
        "community, discourse, expected, 'forum-team, 24 hours'' notice'",
        "community, discourse, extended, 'forum-team, 7 days'' notice'",
    })
    void whereATimeIsAgreedOnThePreviewSaysWithWhom(String cluster, String name, String disruption, String whom) {
        assertThat(shown(form(), valueOf(new ApplicationId(cluster, name)), disruption))
                .singleElement()
                .asString()
                .contains(
                        "Out of hours, in co-ordination with " + whom,
                        "**Earliest sync:** not before ",
                        ", at a time out of hours that all agree on.");
    }

    @ParameterizedTest
    @CsvSource({
        "tts-dev, major, developer at will",
        "tucson-teststand, minor, developer at will",
        "tucson-teststand, major, team consensus",
        "summit, cosmetic, team consensus",
        "summit, minor, release manager's okay",
        "summit, major, change control board",
    })
    void whereTheChartDoesNotNameTheServiceTheChangeDecidesToo(String cluster, String change, String path) {
        String nightreport = valueOf(new ApplicationId(cluster, "nightreport"));

        assertThat(shown(form(), nightreport, "none", change))
                .singleElement()
                .asString()
                .containsIgnoringCase(path);
        assertThat(shown(form(), nightreport, "none", null)).hasSizeLessThan(2);
    }

    @Test
    void aChangeForWhichTheHeuristicsWantMoreThanTheChartIsWalkedAllTheSameWithAnAdvice() {
        String ook = valueOf(new ApplicationId("roundtable-prod", "ook"));
        String advice = "**Advice:** The heuristics point to more formality than the chart asks: team consensus.";

        assertThat(shown(form(), ook, "none", "major"))
                .singleElement()
                .asString()
                .contains("Developer at will", advice);
        assertThat(shown(form(), ook, "none", "minor"))
                .singleElement()
                .asString()
                .contains("Developer at will")
                .doesNotContain("Advice");
    }
}
