package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.model.ApplicationId;

class ChoiceTests {

    private static final ApplicationId TAP = new ApplicationId("idfdev", "tap");

    @Test
    void anApplicationAloneMeansWhatIsPendingNow() {
        assertThat(Choice.parse("idfdev/tap")).contains(new Choice(TAP, Optional.empty()));
    }

    @Test
    void theRevisionsThatWereShownFollowAnAt() {
        assertThat(Choice.parse("idfdev/tap@1a95462000000000000000000000000000000000"))
                .contains(new Choice(TAP, Optional.of(List.of("1a95462000000000000000000000000000000000"))));
        assertThat(Choice.parse(
                        "idfdev/tap@1a95462000000000000000000000000000000000,2b95462000000000000000000000000000000000"))
                .contains(new Choice(
                        TAP,
                        Optional.of(List.of(
                                "1a95462000000000000000000000000000000000",
                                "2b95462000000000000000000000000000000000"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idfdev/tap",
                "idfdev/tap@1a95462000000000000000000000000000000000",
                "idfdev/tap@1a95462000000000000000000000000000000000,2b95462000000000000000000000000000000000"
            })
    void itIsWrittenAsItIsRead(String text) {
        assertThat(Choice.parse(text).map(Choice::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tap",
                "@",
                "@1a95462000000000000000000000000000000000",
                "tap@1a95462000000000000000000000000000000000",
                "idfdev/@1a95462000000000000000000000000000000000",
                "idfdev/tap@",
                "idfdev/tap@,",
                "idfdev/tap@1a95462000000000000000000000000000000000,",
                "idfdev/tap@,1a95462000000000000000000000000000000000",
                "idfdev/tap@1a95462000000000000000000000000000000000,,2b95462000000000000000000000000000000000",
                "idfdev/tap @1a95462000000000000000000000000000000000"
            })
    void anotherTextIsNoChoice(String text) {
        assertThat(Choice.parse(text)).isEmpty();
    }
}
