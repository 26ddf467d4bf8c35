package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTests {

    /** The database and the models hold these words. */
    @ParameterizedTest
    @CsvSource({
        "DEPLOYED, deployed, Deployed",
        "DEPLOYED_OUTSIDE, deployed-outside, Deployed outside the gate",
        "GIVEN_UP, given-up, Given up",
        "EXPIRED, expired, Expired",
        "REJECTED, rejected, Rejected",
        "WITHDRAWN, withdrawn, Withdrawn",
        "VOIDED, voided, Agreement void",
        "REFUSED, refused, Refused"
    })
    void itIsStoredAndReadByItsText(Outcome outcome, String text, String words) {
        assertThat(outcome.text()).isEqualTo(text);
        assertThat(outcome.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource
    void itsTextLeadsBackToIt(Outcome outcome) {
        assertThat(Outcome.of(outcome.text())).contains(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIVEN_UP", "given_up", "Deployed", "taken-back"})
    void anotherTextIsNone(String text) {
        assertThat(Outcome.of(text)).isEmpty();
    }
}
