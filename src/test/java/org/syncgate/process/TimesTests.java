package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTests {

    @ParameterizedTest
    @CsvSource({
        "PT0S, no time",
        "PT1S, 1 second",
        "PT59S, 59 seconds",
        "PT60S, 1 minute",
        "PT2M, 2 minutes",
        "PT90M, 1 hour 30 minutes",
        "PT24H, 24 hours",
        "PT25H, 25 hours",
        "P2D, 2 days",
        "PT49H, 2 days 1 hour",
        "P3DT4H5M6S, 3 days 4 hours 5 minutes 6 seconds"
    })
    void aLengthOfTimeReadsAsPeopleSayIt(Duration duration, String words) {
        assertThat(Times.words(duration)).isEqualTo(words);
    }
}
