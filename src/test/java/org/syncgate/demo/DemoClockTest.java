package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoClockTest {

    private static final Instant REAL = Instant.parse("2026-03-05T20:00:00Z");

    private final DemoClock clock = new DemoClock(Clock.fixed(REAL, ZoneOffset.UTC));

    @AfterEach
    void theEngineTellsTheRealTime() {
        ClockUtil.reset();
    }

    @Test
    void itBeginsWithTheRealTime() {
        assertThat(clock.instant()).isEqualTo(REAL);
    }

    @Test
    void movesAddUp() {
        clock.moveOn(Duration.ofHours(1));
        clock.moveOn(Duration.ofDays(1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-06T21:00:00Z"));
    }

    @Test
    void theEnginesClockIsAsFarAhead() {
        clock.moveOn(Duration.ofHours(1));
        clock.moveOn(Duration.ofDays(1));

        Instant now = Clock.systemUTC().instant();
        assertThat(ClockUtil.getCurrentTime().toInstant())
                .isCloseTo(now.plus(Duration.ofHours(25)), within(1, ChronoUnit.MINUTES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H"})
    void itNeitherStandsStillNorGoesBack(Duration by) {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.moveOn(by));

        assertThat(clock.instant()).isEqualTo(REAL);
    }

    @Test
    void itMovesOnlyWhenThePauseLetsIt() {
        clock.movedWithin(move -> {
            assertThat(clock.instant()).isEqualTo(REAL);
            move.run();
            assertThat(clock.instant()).isEqualTo(REAL.plus(Duration.ofHours(1)));
        });
        clock.moveOn(Duration.ofHours(1));

        clock.movedWithin(move -> {
            throw new IllegalStateException("Not now");
        });
        assertThatIllegalStateException().isThrownBy(() -> clock.moveOn(Duration.ofHours(1)));
        assertThat(clock.instant()).isEqualTo(REAL.plus(Duration.ofHours(1)));
    }
}
