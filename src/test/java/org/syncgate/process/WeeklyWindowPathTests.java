package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Calendars;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;
import org.syncgate.window.Occurrence;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/** A window that nobody has to confirm, and how it is opened. */
class WeeklyWindowPathTests extends PathRun {

    @Autowired
    Windows windows;

    @Autowired
    Calendars calendars;

    @Autowired
    WindowOpenings openings;

    WeeklyWindowPathTests() {
        super(WEEKLY_WINDOW);
    }

    @Test
    void aWindowThatNobodyHasToConfirmIsConfirmedAndItsCoordinationOffered() {
        MaintenanceWindow window = window(started());

        assertThat(window.status()).isEqualTo(Status.CONFIRMED);
        assertThat(tasks.createTaskQuery().taskDefinitionKey("takeCoordination").count())
                .isEqualTo(1);
        assertThat(tasks.createTaskQuery().taskDefinitionKey("confirmWindow").count())
                .isZero();
    }

    @Test
    void aWindowThatWasOpenedBeforeIsJoinedAndHasOneProcess() {
        MaintenanceWindow opened = openings.open(next());
        run();

        DeploymentRequest request = started();

        assertThat(window(request).id()).isEqualTo(opened.id());
        assertThat(openings.open(next()).id()).isEqualTo(opened.id());
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("maintenance-window")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatIsMovedOutOfAWindowDoesNotJoinItAgainThoughItIsStillUnderWay() {
        DeploymentRequest first = started();
        MaintenanceWindow window = window(first);
        complete("coord", taskOf("takeCoordination"), Map.of());
        clock.passes(Duration.between(clock.instant(), window.startsAt()));
        fire("noticeElapsed");
        fire("announcementDue");
        as("coord", () -> tasks.complete(taskOf("markWorkStart").getId(), Map.of("comment", "")));
        runUntil("passGate");
        complete(
                "coord",
                taskOf("runWindow"),
                Map.of("action", "move", "request", first.id().text(), "message", "Its database is not ready yet"));

        assertThat(window(first).id()).isNotEqualTo(window.id());
        assertThat(windows.places(window.id())).isEmpty();
    }

    private Occurrence next() {
        return calendars
                .named("weekly")
                .orElseThrow()
                .endingAfter(clock.instant().plus(Duration.ofHours(24)).plus(Duration.ofMinutes(15)))
                .filter(occurrence -> windows.find(occurrence.id())
                        .filter(window -> !window.isOpen())
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Task taskOf(String key) {
        return tasks.createTaskQuery().taskDefinitionKey(key).singleResult();
    }

    private MaintenanceWindow window(DeploymentRequest request) {
        return windows.placeOf(request.id())
                .map(Place::window)
                .flatMap(windows::find)
                .orElseThrow();
    }
}
