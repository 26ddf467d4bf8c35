package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.syncgate.model.ApplicationId;

/** Entries in the start form that cannot be meant. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedEntriesIT extends Refusals {

    private static final String TWO_UNITS = "🚀";

    private ApplicationId application = new ApplicationId("none", "yet");

    @BeforeEach
    void somethingToDeploy() {
        application = pending();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Too short", "            ", "\t\n  Too short \n ", TWO_UNITS + TWO_UNITS + "seven77"})
    void aReasonOfLessThanTenCharactersIsRefused(String reason) {
        assertRefused(application, with(application, "reason", reason)).contains("reason", "10 to 2000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b",
                "\u200e\u00a0\u200f\u00a0\u2060\ufeff\u00a0\u200e\u00a0\u200e"
            })
    void aReasonThatNobodyCanSeeIsNone(String reason) {
        assertRefused(application, with(application, "reason", reason)).contains("reason", "it has 0");
    }

    @Test
    void aReasonOfMoreThan2000CharactersIsRefusedWithItsLength() {
        assertRefused(application, with(application, "reason", "x".repeat(2001)))
                .contains("reason", "10 to 2000 characters", "it has 2001");
    }

    @Test
    void aMissingReasonIsRefused() {
        assertRefused(application, without(application, "reason")).contains("reason", "it has 0");
    }

    @Test
    void aMissingDisruptionIsRefused() {
        assertRefused(application, without(application, "disruption"))
                .contains("disruption", "none, expected or extended");
    }

    @Test
    void aMissingChangeIsRefused() {
        assertRefused(application, without(application, "change")).contains("change", "cosmetic, minor or major");
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "NONE", "some", "none,expected"})
    void aDisruptionInOtherWordsIsRefused(String disruption) {
        assertRefused(application, with(application, "disruption", disruption))
                .contains("disruption", "none, expected or extended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Major", "huge", "none"})
    void aChangeInOtherWordsIsRefused(String change) {
        assertRefused(application, with(application, "change", change)).contains("change", "cosmetic, minor or major");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertRefused(application, Map.of())
                .contains("none, expected or extended", "cosmetic, minor or major", "10 to 2000 characters");
    }

    @Test
    void aTicketOfMoreThan200CharactersIsRefused() {
        assertRefused(application, with(application, "ticket", "x".repeat(201)))
                .contains("ticket", "at most 200 characters");
    }

    @ParameterizedTest
    @EmptySource
    @ValueSource(
            strings = {"cluster", "idfdev/", "/gafaelfawr", "a/b/c", "IDFDEV/mobu", "idfdev/../mobu", "idfdev mobu"})
    void anApplicationThatIsNotClusterAndNameIsRefused(String text) {
        assertRefused(application, with(application, "application", text)).contains("from the list", "cluster/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "@nonsense", "@,", "@0123456789012345678901234567890123456789,"})
    void aShownRevisionThatIsNoneIsRefused(String shown) {
        assertRefused(application, with(application, "application", application + shown))
                .contains("from the list", "cluster/name");
    }

    @Test
    void whatSomebodyEnteredWrongIsNoErrorInTheLog(CapturedOutput output) {
        assertRefused(application, with(application, "reason", "short")).contains("reason");

        assertThat(output).doesNotContain("ERROR").doesNotContain("Exception");
    }
}
