package org.syncgate.process;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ApplicationMoved;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.bypass.Glance;
import org.syncgate.bypass.Look;
import org.syncgate.bypass.Lookout;
import org.syncgate.bypass.Watched;
import org.syncgate.model.ApplicationId;

/**
 * Has every change that a watch sees looked at for what went past the gate (S9), so that a watch never waits for the database.
 * What looks as it did is known without that; for all that is not there is one look to come for each application, at
 * everything that its watch has shown until then, again and again until it could be looked at. What is not looked at when
 * Syncgate stops differs from what is known at the next start.
 */
@Component
class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** By then it has been tried for half a minute, which is longer than a start takes. */
    private static final int IN_VAIN = 5;

    private final Lookout lookout;
    private final Lanes lanes;

    private final Map<ApplicationId, String> known = new ConcurrentHashMap<>();
    private final Map<ApplicationId, Watched> waiting = new ConcurrentHashMap<>();
    private volatile boolean remembers;

    Watchdog(Lookout lookout, Lanes lanes) {
        this.lookout = lookout;
        this.lanes = lanes;
    }

    @EventListener
    void on(ApplicationMoved event) {
        synchronized (waiting) {
            event.after().ifPresentOrElse(this::saw, () -> known.remove(event.id()));
        }
    }

    private void saw(LiveApplication live) {
        Optional<Watched> before = Optional.ofNullable(waiting.get(live.id()));
        if (before.isPresent()) {
            // also while that is being looked at: whether it is known is not known before
            waiting.put(live.id(), before.orElseThrow().then(live));
        } else if (!isKnown(live)) {
            waiting.put(live.id(), Watched.of(live));
            plan(live.id(), 0);
        }
    }

    private boolean isKnown(LiveApplication live) {
        return Glance.of(live).equals(known.get(live.id()));
    }

    private void plan(ApplicationId id, int failures) {
        lanes.run(id.cluster(), pauseAfter(failures), () -> look(id, failures));
    }

    private void look(ApplicationId id, int failures) {
        Watched watched = Optional.ofNullable(waiting.get(id)).orElseThrow();
        try {
            Look look = look(watched);
            if (!(look instanceof Look.NotYet notYet)) {
                settle(watched, look);
                return;
            }
            LOG.atLevel(failures + 1 == IN_VAIN ? Level.WARN : Level.DEBUG)
                    .log("{} cannot be looked at for what went past the gate: {}", id, notYet.reason());
        } catch (RuntimeException | Error e) {
            // whatever it is, it must not be the last look at this application
            LOG.atLevel(failures == 0 ? Level.WARN : Level.DEBUG)
                    .setCause(e)
                    .log("{} could not be looked at for what went past the gate; it is tried again until it can", id);
        }
        plan(id, failures + 1);
    }

    private Look look(Watched watched) {
        remember();
        return watched.isOneLook() && isKnown(watched.newest())
                ? new Look.Done(Glance.of(watched.newest()))
                : lookout.look(watched);
    }

    private void settle(Watched watched, Look look) {
        synchronized (waiting) {
            if (look instanceof Look.Done done) {
                known.put(watched.id(), done.glance());
            } else {
                known.remove(watched.id());
            }
            if (!waiting.remove(watched.id(), watched)) {
                plan(watched.id(), 0);
            }
        }
    }

    /** What was known when the last instance stopped, read once: a start is no news. */
    private synchronized void remember() {
        if (!remembers) {
            lookout.glances().forEach(known::putIfAbsent);
            remembers = true;
        }
    }

    private static Duration pauseAfter(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Before that is closed which a look needs. */
    @Override
    public void close() {
        lanes.close();
    }
}
