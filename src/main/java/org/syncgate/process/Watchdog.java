package org.syncgate.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ApplicationMoved;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.bypass.Glance;
import org.syncgate.bypass.Lookout;
import org.syncgate.model.ApplicationId;

/**
 * Has every change that a watch sees looked at for what went past the gate (S9). What looks as it did is known without the
 * database; what could not be looked at is looked at again until it could.
 */
@Component
class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Lookout lookout;
    private final ThreadPoolTaskScheduler scheduler;
    private final Clock clock;

    private final Map<ApplicationId, String> known = new ConcurrentHashMap<>();
    private volatile boolean remembers;

    Watchdog(Lookout lookout, ThreadPoolTaskScheduler watchdogScheduler, Clock clock) {
        this.lookout = lookout;
        this.scheduler = watchdogScheduler;
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationMoved event) {
        event.after().filter(live -> !isKnown(live)).ifPresent(live -> scheduler.execute(() -> look(live)));
    }

    private boolean isKnown(LiveApplication live) {
        return Glance.of(live).equals(known.get(live.id()));
    }

    private void look(LiveApplication live) {
        try {
            remember();
            if (isKnown(live) || lookout.look(live)) {
                known.put(live.id(), Glance.of(live));
                return;
            }
        } catch (RuntimeException e) {
            LOG.warn("{} could not be looked at for what went past the gate: {}", live.id(), e.getMessage());
        }
        scheduler.schedule(() -> look(live), clock.instant().plus(PAUSE));
    }

    /** What was known when the last instance stopped, read once: a start is no news. */
    private synchronized void remember() {
        if (!remembers) {
            lookout.glances().forEach(known::putIfAbsent);
            remembers = true;
        }
    }
}
