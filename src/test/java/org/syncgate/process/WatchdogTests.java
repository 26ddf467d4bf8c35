package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.syncgate.argocd.ApplicationMoved;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.bypass.Glance;
import org.syncgate.bypass.Lookout;

/** What a watch sees is looked at once, and again until it could be; now is Friday 20 November 2026, 18:00 UTC. */
class WatchdogTests {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    private final Lookout lookout = mock(Lookout.class);
    private final ThreadPoolTaskScheduler scheduler = mock(ThreadPoolTaskScheduler.class);
    private final List<Runnable> later = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog(lookout, scheduler, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void whatIsDueIsDoneAtOnce() {
        doAnswer(call -> {
                    call.<Runnable>getArgument(0).run();
                    return null;
                })
                .when(scheduler)
                .execute(any());
        when(scheduler.schedule(any(), eq(NOW.plusSeconds(2)))).thenAnswer(call -> {
            later.add(call.getArgument(0));
            return null;
        });
        when(lookout.look(any())).thenReturn(true);
    }

    @Test
    void whatLooksAsItDidIsKnownWithoutTheDatabase() {
        LiveApplication live = live("one", "1");
        sees(live);
        sees(live("one", "2"));
        sees(live("one", "3"));

        verify(lookout).look(live);
        verify(lookout).glances();
        verifyNoMoreInteractions(lookout);
    }

    @Test
    void whatLooksOtherwiseIsLookedAt() {
        sees(live("one", "1"));
        sees(live("another", "2"));

        verify(lookout, times(2)).look(any());
    }

    @Test
    void whatWasKnownWhenTheLastInstanceStoppedIsNotLookedAtAgain() {
        LiveApplication live = live("one", "1");
        when(lookout.glances()).thenReturn(Map.of(live.id(), Glance.of(live)));

        sees(live);

        verify(lookout, never()).look(any());
    }

    @Test
    void whatCouldNotBeLookedAtIsLookedAtAgainUntilItCould() {
        LiveApplication live = live("one", "1");
        when(lookout.glances())
                .thenThrow(new IllegalStateException("The database is away"))
                .thenReturn(Map.of());
        when(lookout.look(live))
                .thenThrow(new IllegalStateException("The database is away again"))
                .thenReturn(false, true);

        sees(live);
        verify(lookout, never()).look(any());
        waits();
        waits();
        waits();

        verify(lookout, times(3)).look(live);
        assertThat(later).isEmpty();
    }

    @Test
    void whatIsGoneIsNotLookedAt() {
        watchdog.on(new ApplicationMoved(live("one", "1").id(), Optional.of(live("one", "1")), Optional.empty()));

        verifyNoMoreInteractions(lookout);
    }

    private void sees(LiveApplication live) {
        watchdog.on(new ApplicationMoved(live.id(), Optional.empty(), Optional.of(live)));
    }

    private void waits() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    private static LiveApplication live(String uid, String version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("metadata").put("name", "tap").put("uid", uid).put("resourceVersion", version);
        return LiveApplication.of("idfprod", json);
    }
}
