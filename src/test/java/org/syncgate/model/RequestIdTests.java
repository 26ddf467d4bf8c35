package org.syncgate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTests {

    @Test
    void whatIsDrawnCanBeReadAndIsDrawnOnce() {
        assertThat(Stream.generate(RequestId::random).limit(1_000))
                .allSatisfy(id -> assertThat(RequestId.parse(id.text())).contains(id))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r-",
                "23456789",
                "r-2345678",
                "r-234567892",
                "R-23456789",
                "r-2345678A",
                " r-23456789",
                "r-23456789\n",
                "r_23456789",
                "idfprod/gafaelfawr"
            })
    void anotherTextIsNoId(String text) {
        assertThat(RequestId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "i", "l", "o"})
    void lookAlikesAreNotUsed(String character) {
        assertThat(RequestId.parse("r-2345678" + character)).isEmpty();
    }

    @Test
    void itIsWrittenAsItIsSaid() {
        assertThat(new RequestId("r-23456789")).hasToString("r-23456789");
    }
}
