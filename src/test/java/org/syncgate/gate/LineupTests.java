package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.window.Calendars;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Occurrence;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/** What the gate asks of windows, where the rows change while it waits for their lock. */
class LineupTests {

    private static final Instant START = Instant.parse("2026-12-02T22:00:00Z");

    private static final MaintenanceWindow UNDER_WAY = MaintenanceWindow.planned(
                    new Occurrence("telescope", LocalDate.of(2026, 12, 2), START, START.plus(Duration.ofHours(3))))
            .confirm()
            .takenBy("coord")
            .start(START);

    private final Windows windows = mock(Windows.class);
    private final Requests requests = mock(Requests.class);
    private final Lineup lineup =
            new Lineup(windows, mock(Calendars.class), requests, Clock.fixed(START, ZoneOffset.UTC));
    private final InItsWindow condition = new InItsWindow(windows, lineup);

    @Test
    void whatHasLeftItsWindowWhileTheGateWaitedForItIsNotGranted() {
        DeploymentRequest request = request(true);
        when(windows.placeOf(request.id()))
                .thenReturn(Optional.of(new Place(UNDER_WAY.id(), request.id(), START, Optional.empty())));
        when(windows.lock(UNDER_WAY.id())).thenReturn(Optional.of(UNDER_WAY.end(START)));
        when(windows.places(UNDER_WAY.id())).thenReturn(List.of());

        assertThat(condition.refusals(request))
                .containsExactly(Refusal.waits("It is not in " + UNDER_WAY.id() + " any more."));
    }

    @Test
    void whatIsInNoWindowIsNotGranted() {
        DeploymentRequest request = request(true);
        when(windows.placeOf(any())).thenReturn(Optional.empty());

        assertThat(condition.refusals(request)).containsExactly(Refusal.waits("It is in no maintenance window yet."));
    }

    @Test
    void aCalendarThatIsNotConfiguredAnyMoreLetsNothingThrough() {
        DeploymentRequest request = request(true);
        Place place = new Place(UNDER_WAY.id(), request.id(), START, Optional.empty());
        when(windows.placeOf(request.id())).thenReturn(Optional.of(place));
        when(windows.lock(UNDER_WAY.id())).thenReturn(Optional.of(UNDER_WAY));
        when(windows.places(UNDER_WAY.id())).thenReturn(List.of(place));
        when(requests.all(any())).thenReturn(List.of(request));

        assertThat(condition.refusals(request)).hasSize(1);
    }

    @Test
    void whereNoWindowIsAskedForNoneIsNeeded() {
        assertThat(condition.refusals(request(false))).isEmpty();
    }

    private static DeploymentRequest request(boolean window) {
        Practice practice = new Practice(
                "1",
                window ? Path.MAINTENANCE_WINDOW : Path.AT_WILL,
                Duration.ZERO,
                List.of(),
                List.of(),
                window,
                List.of(),
                "…");
        return ARequest.waiting(
                new Agreement(new ApplicationId("base", "tap"), List.of("a"), List.of("b"), "{}"), practice);
    }
}
