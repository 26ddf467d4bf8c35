package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.syncgate.argocd.ApplicationMoved;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.bypass.Glance;
import org.syncgate.bypass.Look;
import org.syncgate.bypass.Lookout;
import org.syncgate.bypass.Watched;

/** What a watch sees is looked at once, and again until it could be. */
class WatchdogTests {

    private final Lookout lookout = mock(Lookout.class);
    private final PlannedLanes lanes = new PlannedLanes();
    private final Watchdog watchdog = new Watchdog(lookout, lanes);

    private final Logger logger = (Logger) LoggerFactory.getLogger(Watchdog.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    /** What is due is done when a test says so. */
    private static final class PlannedLanes extends Lanes {

        private final Deque<Runnable> due = new ArrayDeque<>();
        private final List<Duration> pauses = new ArrayList<>();

        @Override
        synchronized void run(String cluster, Duration pause, Runnable task) {
            assertThat(cluster).isEqualTo("idfprod");
            due.add(task);
            pauses.add(pause);
        }

        void runNext() {
            due.remove().run();
        }

        void runAll() {
            while (!due.isEmpty()) {
                runNext();
            }
        }
    }

    @BeforeEach
    void whatIsLookedAtIsFoundAsItWasSeen() {
        logged.start();
        logger.addAppender(logged);
        doAnswer(call -> found(call.getArgument(0))).when(lookout).look(any());
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(logged);
    }

    @Test
    void whatLooksAsItDidIsKnownWithoutTheDatabase() {
        LiveApplication live = live("one", "1");
        sees(live);
        lanes.runAll();
        sees(live("one", "2"));
        sees(live("one", "3"));

        assertThat(lanes.due).isEmpty();
        verify(lookout).look(Watched.of(live));
        verify(lookout).glances();
        verifyNoMoreInteractions(lookout);
    }

    @Test
    void whatLooksOtherwiseIsLookedAt() {
        sees(live("one", "1"));
        lanes.runAll();
        sees(live("another", "2"));
        lanes.runAll();

        verify(lookout, times(2)).look(any());
    }

    @Test
    void whatWasKnownWhenTheLastInstanceStoppedIsNotLookedAtAgain() {
        LiveApplication live = live("one", "1");
        when(lookout.glances()).thenReturn(Map.of(live.id(), Glance.of(live)));

        sees(live);
        lanes.runAll();

        verify(lookout, never()).look(any());
    }

    @Test
    void whatCouldNotBeLookedAtIsLookedAtAgainAfterGrowingPausesUntilItCould() {
        LiveApplication live = live("one", "1");
        when(lookout.glances())
                .thenThrow(new IllegalStateException("The database is away"))
                .thenReturn(Map.of());
        when(lookout.look(any()))
                .thenThrow(new IllegalStateException("The database is away again"))
                .thenReturn(notYet(), notYet(), notYet(), notYet(), done(live));

        sees(live);
        lanes.runAll();

        verify(lookout, times(6)).look(Watched.of(live));
        assertThat(lanes.pauses).extracting(Duration::toSeconds).containsExactly(0L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void anErrorIsNotTheLastLook() {
        when(lookout.look(any())).thenThrow(new NoClassDefFoundError()).thenAnswer(call -> done(live("one", "1")));

        sees(live("one", "1"));
        lanes.runAll();

        verify(lookout, times(2)).look(any());
    }

    @Test
    void howeverOftenAnApplicationChangesMeanwhileOneLookAtAllOfItIsToCome() {
        LiveApplication first = live("one", "1");
        LiveApplication last = live("three", "3");
        when(lookout.look(any())).thenReturn(notYet());
        sees(first);
        lanes.runNext();

        sees(live("two", "2"));
        sees(last);
        sees(live("three", "4"));

        assertThat(lanes.due).hasSize(1);
        when(lookout.look(any())).thenReturn(done(last));
        lanes.runAll();
        verify(lookout).look(Watched.of(first).then(live("two", "2")).then(last));
        sees(live("three", "5"));
        assertThat(lanes.due).isEmpty();
    }

    @Test
    void whatChangesWhileItIsLookedAtIsLookedAtOnceMoreAlsoWhereThatWasKnownBefore() {
        LiveApplication before = live("one", "1");
        LiveApplication meanwhile = live("two", "2");
        sees(before);
        lanes.runAll();
        doAnswer(call -> {
                    sees(live("one", "3"));
                    return done(meanwhile);
                })
                .doAnswer(call -> found(call.getArgument(0)))
                .when(lookout)
                .look(any());

        sees(meanwhile);
        lanes.runAll();

        sees(live("two", "4"));
        assertThat(lanes.due).as("what is so now is not what was meanwhile").hasSize(1);
    }

    @Test
    void whatIsKnownIsWhatWasLookedAtAndNotWhatWasSeen() {
        LiveApplication on = live("on", "1");
        LiveApplication off = live("off", "2");
        when(lookout.look(any())).thenReturn(done(off));
        sees(on);
        lanes.runAll();

        sees(off);
        assertThat(lanes.due).isEmpty();
        sees(live("on", "3"));
        assertThat(lanes.due).hasSize(1);
    }

    @Test
    void whatIsGoneIsNotLookedAtAndForgotten() {
        LiveApplication live = live("one", "1");
        sees(live);
        lanes.runAll();

        goes(live);
        assertThat(lanes.due).isEmpty();

        sees(live);
        assertThat(lanes.due).hasSize(1);
    }

    @Test
    void whatIsGoneBeforeItCouldBeLookedAtIsLookedAtAndForgotten() {
        LiveApplication live = live("one", "1");
        when(lookout.look(any())).thenReturn(new Look.Gone());
        sees(live);
        goes(live);
        lanes.runAll();

        verify(lookout).look(Watched.of(live));
        sees(live);
        assertThat(lanes.due).hasSize(1);
    }

    @Test
    void theFirstFaultIsLoggedWithItsTraceAndTheOthersAreNot() {
        when(lookout.look(any()))
                .thenThrow(new IllegalStateException("The database is away"))
                .thenThrow(new IllegalStateException("The database is away"))
                .thenReturn(done(live("one", "1")));

        sees(live("one", "1"));
        lanes.runAll();

        assertThat(logged.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getFormattedMessage()).startsWith("idfprod/tap could not be looked at");
                    assertThat(event.getThrowableProxy().getMessage()).isEqualTo("The database is away");
                });
    }

    private void sees(LiveApplication live) {
        watchdog.on(new ApplicationMoved(live.id(), Optional.empty(), Optional.of(live)));
    }

    private void goes(LiveApplication live) {
        watchdog.on(new ApplicationMoved(live.id(), Optional.of(live), Optional.empty()));
    }

    /** Nothing where a test is just saying what else is found. */
    private static Look found(@Nullable Watched watched) {
        return watched == null ? notYet() : done(watched.newest());
    }

    private static Look done(LiveApplication live) {
        return new Look.Done(Glance.of(live));
    }

    private static Look notYet() {
        return new Look.NotYet("Connection refused");
    }

    private static LiveApplication live(String branch, String version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("metadata").put("name", "tap").put("uid", "one").put("resourceVersion", version);
        json.putObject("spec").putObject("source").put("targetRevision", branch);
        return LiveApplication.of("idfprod", json);
    }
}
