package org.syncgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTests {

    @ParameterizedTest
    @CsvSource({
        "automatic, continuous-deployment",
        "at-will, continuous-deployment",
        "courtesy-notice, team-consensus",
        "team-consensus, team-consensus",
        "release-manager-approval, release-manager",
        "maintenance-window, change-board",
        "out-of-hours, change-board",
        "change-board, change-board",
        "not-applicable,"
    })
    void aPathHasItsPlaceOnTheAxisOfFormality(String path, @Nullable String formality) {
        assertThat(Path.of(path).orElseThrow().formality().map(Formality::text).orElse(null))
                .isEqualTo(formality);
    }

    @Test
    void theAxisRisesFromTheDevelopersToTheOrganisation() {
        assertThat(Formality.values())
                .extracting(Formality::text)
                .containsExactly("continuous-deployment", "team-consensus", "release-manager", "change-board");
    }
}
