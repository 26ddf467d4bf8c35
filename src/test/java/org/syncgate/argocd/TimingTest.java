package org.syncgate.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

    @ParameterizedTest
    @CsvSource({"1, PT2S", "2, PT4S", "3, PT8S", "4, PT16S", "5, PT30S", "6, PT30S", "1000000, PT30S"})
    void aClusterThatDoesNotAnswerIsAskedWithGrowingPausesButNeverGivenUp(int failures, Duration pause) {
        assertThat(Timing.USUAL.pauseAfter(failures)).isEqualTo(pause);
    }
}
