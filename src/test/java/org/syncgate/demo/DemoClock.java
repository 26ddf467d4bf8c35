package org.syncgate.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Real time, and what somebody has moved it on by: {@link #moveOn} takes the engine's clock along. The engine has one for
 * the whole JVM, so there is {@linkplain #ofThisJvm() one} of this, too; {@link DemoTime} makes it Syncgate's.
 *
 * <p>Only clocks move. What runs on a stopwatch takes as long as ever: sessions, HTTP time-outs, the simulated
 * controllers.
 */
public final class DemoClock extends UtcClock {

    private static final DemoClock OF_THIS_JVM = new DemoClock(Clock.systemUTC());

    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;
    private Consumer<Runnable> pause = Runnable::run;

    DemoClock(Clock real) {
        this.real = real;
    }

    /** The one that Syncgate and the simulated clusters share. */
    public static DemoClock ofThisJvm() {
        return OF_THIS_JVM;
    }

    /**
     * Moves time on, while no job runs; returns once the engine takes up jobs again, the timers that have become due
     * among them. A sync that is under way may have run out of time then.
     *
     * @param by longer than nothing, since time never goes back
     * @throws IllegalArgumentException if it is not
     * @throws IllegalStateException with words for a person, if a job would not end; time is as it was then
     */
    public synchronized void moveOn(Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw new IllegalArgumentException("The clock moves on, never back: " + by);
        }
        pause.accept(() -> {
            ahead = ahead.plus(by);
            ClockUtil.offset(ahead.toMillis());
        });
    }

    /** Sets what runs a move; whatever must not see time jump stands still meanwhile. */
    synchronized void movedWithin(Consumer<Runnable> pause) {
        this.pause = pause;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }
}
