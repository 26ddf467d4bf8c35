package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.model.ApplicationId;

/** What the start form says of the practice before anybody presses Start. */
class PracticePreviewIT extends FormJourney {

    @Test
    void everyChoiceShowsExactlyOnePracticeForEachDisruption() {
        JsonNode form = form();
        List<JsonNode> choices = choices(form);
        assertThat(choices).hasSizeGreaterThan(20);

        for (JsonNode choice : choices) {
            for (String disruption : List.of("none", "expected", "extended")) {
                String value = choice.path("value").asText();
                assertThat(shown(form, value, disruption))
                        .as(value + ", disruption " + disruption)
                        .singleElement()
                        .asString()
                        .containsAnyOf("Earliest sync:", "It would be refused.");
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
        "idfprod, portal, none, release manager's okay",
        "roundtable-prod, ook, expected, maintenance window",
        "community, discourse, extended, out of hours",
    })
    void thePreviewSaysWhatWouldBeRefusedAndWhy(String cluster, String name, String disruption, String why) {
        assertThat(shown(form(), valueOf(new ApplicationId(cluster, name)), disruption))
                .singleElement()
                .asString()
                .contains("It would be refused.", why);
    }
}
