package org.syncgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsTests {

    @ParameterizedTest
    @ValueSource(strings = {"#rsp-team", "#dm_docs", "#équipe", "C0123456789", "G01ABCDEF"})
    void aNameWithItsHashAndSlacksOwnIdAreChannels(String text) {
        assertThat(Channels.isChannel(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "#", "rsp-team", "#rsp team", "#a,#b", "##a", "C012", "c0123456789", "D0123456789", "service"
            })
    void nothingElseIs(String text) {
        assertThat(Channels.isChannel(text)).isFalse();
    }
}
