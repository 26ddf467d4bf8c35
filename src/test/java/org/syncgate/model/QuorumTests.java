package org.syncgate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuorumTests {

    @ParameterizedTest
    @CsvSource({
        "release-managers:2, release-managers, 2",
        "release-managers:1, release-managers, 1",
        "release-managers, release-managers, 1"
    })
    void aGroupWithoutACountMeansOneOfIt(String text, String group, int count) {
        assertThat(Quorum.parse(text)).isEqualTo(new Quorum(group, count));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                ":1",
                "release-managers:",
                "release-managers:0",
                "release-managers:-1",
                "release-managers:two",
                "release-managers:1:2",
                "release-managers:99999999999"
            })
    void whatNobodyCouldFulfilOrEverybodyWouldIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quorum.parse(text))
                .withMessageStartingWith("Not a quorum: '");
    }

    @Test
    void itIsWrittenAsItIsRead() {
        assertThat(new Quorum("release-managers", 2)).hasToString("release-managers:2");
        assertThat(Quorum.parse("release-managers")).hasToString("release-managers:1");
    }
}
