package org.syncgate.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.demo.Chromium;
import org.syncgate.demo.DemoClock;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.WindowId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.MaintenanceWindow.Status;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/**
 * A telescope window as its people live it, in a real browser; pictures of it land in target/screenshots. Days are
 * skipped.
 */
@Tag("one-at-a-time")
class WindowInTasklistIT extends SyncJourney {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ENGLISH);

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis());

    private static final ApplicationId TESTSTAND = new ApplicationId("tucson-teststand", "nublado");
    private static final ApplicationId BASE = new ApplicationId("base", "nublado");

    @Autowired
    Windows windows;

    @Autowired
    RepositoryService repository;

    @Autowired
    Clock clock;

    @Test
    void aTelescopeWindowIsConfirmedCoordinatedRunAndEnded() {
        shutWindow(TESTSTAND);
        DeploymentRequest teststand = ask("dev", TESTSTAND);
        DeploymentRequest base = ask("dev", BASE);
        WindowId window = awaitPlace(base);
        assertThat(awaitPlace(teststand)).isEqualTo(window);

        try (Page tomas = CHROMIUM.window(1400, 1300)) {
            movesItByAnHourAndAHalf(tomas, window);
        }
        try (Page cora = CHROMIUM.window(1400, 1300)) {
            takesTheCoordination(cora, window);
            skipsToTheWindow(cora, window);
            marksWorkStart(cora, window);
            runs(cora, window, base);
            openWindow(TESTSTAND);
            seesAllHealthy(cora, window, teststand, base);
            marksWorkEnd(cora, window);
        }
    }

    private void movesItByAnHourAndAHalf(Page tomas, WindowId window) {
        signIn(tomas, "tel");
        openTask(tomas, window, "Confirm, move or skip it");
        assertThat(details(tomas)).containsText(BASE.toString(), PATIENTLY);
        assertThat(tomas.getByLabel("New start: day")).isHidden();
        Chromium.picture(tomas, "confirm-window");
        // before anything is entered, which the form forgets with the tab
        diagram(tomas, "confirmWindow", "window-diagram-confirm");
        tomas.getByLabel("Move it to another time").check();
        // before it has its calendar the field takes text that it forgets
        tomas.locator("input.flatpickr-input").first().waitFor();
        Locator incomplete = tomas.getByText("Date and time must both be entered.");
        enter(tomas, "New start: day", DATE.format(window.planned()));
        assertThat(incomplete).isVisible();
        enter(tomas, "New start: time", "15:30");
        // the form draws its fields anew when it takes over the time, and they forget what is typed until then
        assertThat(incomplete).isHidden();
        tomas.getByLabel("Reason").fill("The mirror is being washed until then");
        Chromium.picture(tomas, "move-window");
        complete(tomas);

        ZonedDateTime start = window.planned().atTime(LocalTime.of(15, 30)).atZone(PACIFIC);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(now(window).startsAt()).isEqualTo(start.toInstant()));
        assertThat(now(window).status()).isEqualTo(Status.CONFIRMED);
    }

    private void takesTheCoordination(Page cora, WindowId window) {
        signIn(cora, "coord");
        cora.navigate(url() + "/windows");
        assertThat(cora.locator("main")).containsText(window.text());
        assertThat(cora.locator("tr", new Page.LocatorOptions().setHasText(window.text()))
                        .locator("td")
                        .last())
                .hasText("2");
        Chromium.picture(cora, "windows");
        openTask(cora, window, "Take the coordination");
        Chromium.picture(cora, "take-coordination");
        complete(cora);

        assertThat(page(cora, window)).containsText("Cora Coordinator marks work start", PATIENTLY);
        assertThat(cora.locator(".coordinator")).containsText("Cora Coordinator");
        assertThat(cora.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take the coordination")))
                .hasCount(0);
        Chromium.picture(cora, "window-confirmed");
    }

    private void skipsToTheWindow(Page cora, WindowId window) {
        Duration toTheDayBefore =
                Duration.between(clock.instant(), now(window).startsAt()).minusDays(1);
        if (!toTheDayBefore.isNegative()) {
            DemoClock.ofThisJvm().moveOn(toTheDayBefore);
        }
        cora.navigate(url() + "/demo/clock");
        assertThat(cora.locator("main")).containsText("The next window: " + window);
        Chromium.picture(cora, "demo-clock-window");
        cora.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("to the next window"))
                .click();

        assertThat(clock.instant()).isAfterOrEqualTo(now(window).startsAt());
    }

    private void marksWorkStart(Page cora, WindowId window) {
        openTask(cora, window, "Mark work start");
        cora.getByLabel("Comment").fill("Good afternoon, Chile");
        Chromium.picture(cora, "mark-work-start");
        complete(cora);

        assertThat(page(cora, window)).containsText("Please hold off reporting problems", PATIENTLY);
        assertThat(cora.locator("h1 .mood")).hasText("Under way");
    }

    private void runs(Page cora, WindowId window, DeploymentRequest base) {
        runWindow(cora, window, "Hold a request back", BASE, "Waiting for a word from the summit", "run-window-hold");
        assertThat(page(cora, window)).containsText("held", PATIENTLY);
        assertThat(cora.locator(".queue")).containsText("Waiting for a word from the summit");

        runWindow(cora, window, "Note other work", "New <b>switch</b> in rack 7", "run-window-note");
        assertThat(page(cora, window).locator(".work")).containsText("New <b>switch</b> in rack 7", PATIENTLY);

        runWindow(cora, window, "Announce something", "Coffee is in the kitchen", "run-window-announce");
        awaitRecorded(window, Kind.WINDOW_SAID);

        runWindow(cora, window, "Release a request", BASE, "", "run-window-release");
        await().atMost(PATIENCE)
                .until(() -> windows.placeOf(base.id())
                        .map(Place::held)
                        .orElseThrow()
                        .isEmpty());

        var end = now(window).endsAt();
        runWindow(cora, window, "Extend the window", "30 minutes: the switch takes longer", "run-window-extend");
        awaitRecorded(window, Kind.WINDOW_EXTENDED);
        assertThat(now(window).endsAt()).isEqualTo(end.plus(Duration.ofMinutes(30)));

        page(cora, window);
        Chromium.picture(cora, "window-under-way");
        openTask(cora, window, "Hold, move, announce, extend …");
        diagram(cora, "runWindow", "window-diagram-run");
        looksAtThePathInCockpit(cora);
    }

    /** It has no task of its own, so Tasklist never shows it. */
    private void looksAtThePathInCockpit(Page cora) {
        String path = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("path-maintenance-window")
                .latestVersion()
                .singleResult()
                .getId();
        cora.setViewportSize(2800, 1500);
        cora.navigate(url() + "/camunda/app/cockpit/default/#/process-definition/" + path + "/runtime");
        assertThat(cora.locator(".djs-container [data-element-id=awaitTurn]").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis()));
        Chromium.picture(cora, "window-diagram-path");
        cora.setViewportSize(1400, 1300);
    }

    private void seesAllHealthy(Page cora, WindowId window, DeploymentRequest first, DeploymentRequest second) {
        page(cora, window);
        cora.evaluate("held = document.querySelector('main a')");

        // shown by itself: nobody loads the page anew
        assertThat(cora.locator(".queue .mood.healthy")).hasCount(2, patientlyCounted());
        // and nobody who is just clicking a link has it taken from them
        assertThat(cora.evaluate("held.isConnected")).isEqualTo(true);
        assertThat(awaitOutcome(first)).isEqualTo(Outcome.DEPLOYED);
        assertThat(awaitOutcome(second)).isEqualTo(Outcome.DEPLOYED);
        Chromium.picture(cora, "window-all-healthy");
        cora.navigate(url() + "/requests/" + second.id());
        assertThat(cora.locator(".facts .window")).containsText(window + ", under way");
        Chromium.picture(cora, "request-in-window");
    }

    private void marksWorkEnd(Page cora, WindowId window) {
        openTask(cora, window, "Mark work end");
        assertThat(details(cora)).containsText("healthy", PATIENTLY);
        cora.getByLabel("Comment").fill("Thank you all");
        Chromium.picture(cora, "mark-work-end");
        complete(cora);

        assertThat(page(cora, window)).containsText("It is over since", PATIENTLY);
        assertThat(now(window).status()).isEqualTo(Status.ENDED);
        Chromium.picture(cora, "window-ended");
        cora.setViewportSize(420, 900);
        Chromium.picture(cora, "window-ended-narrow");
        cora.navigate(url() + "/windows");
        Chromium.picture(cora, "windows-narrow");
    }

    private void runWindow(Page page, WindowId window, String action, String words, String picture) {
        choose(page, window, action);
        page.getByLabel("Your words").fill(words);
        Chromium.picture(page, picture);
        complete(page);
    }

    private void runWindow(
            Page page, WindowId window, String action, ApplicationId which, String words, String picture) {
        choose(page, window, action);
        Locator search = page.locator(".fjs-container").getByPlaceholder("Search");
        search.click();
        Chromium.picture(page, picture + "-options");
        search.fill(which.toString());
        page.locator(".fjs-dropdownlist-item").first().click();
        page.getByLabel("Your words").fill(words);
        Chromium.picture(page, picture);
        complete(page);
    }

    private void choose(Page page, WindowId window, String action) {
        openTask(page, window, "Hold, move, announce, extend …");
        page.getByLabel(action).check();
    }

    /** By the link of the window's page, which is there as soon as the task is. */
    private void openTask(Page page, WindowId window, String link) {
        page(page, window);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click(new Locator.ClickOptions().setTimeout(PATIENCE.toMillis()));
        assertThat(details(page)).containsText(window.text(), PATIENTLY);
        Locator claim = page.getByText("Claim", new Page.GetByTextOptions().setExact(true));
        claim.click();
        assertThat(claim).isHidden();
    }

    private Locator page(Page page, WindowId window) {
        page.navigate(url() + "/windows/" + window);
        return page.locator("main");
    }

    private static Locator details(Page page) {
        return page.locator(".task-details");
    }

    private static void diagram(Page page, String task, String picture) {
        page.setViewportSize(2800, 1500);
        page.getByText("Diagram", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".djs-container [data-element-id=" + task + "]"))
                .isVisible();
        Chromium.picture(page, picture);
        page.setViewportSize(1400, 1300);
        page.getByText("Form", new Page.GetByTextOptions().setExact(true)).click();
    }

    private static void enter(Page page, String label, String text) {
        page.getByLabel(label).fill(text);
        page.getByLabel(label).press("Enter");
    }

    private static void complete(Page page) {
        // a field that is left by the click takes over its text then, and what the click was aimed at is drawn anew
        page.evaluate("document.activeElement.blur()");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();
        // by what is seen of the page, so that a failure tells what there is instead
        assertThat(page.locator("body"))
                .containsText(
                        "Select a task in the list",
                        new LocatorAssertions.ContainsTextOptions()
                                .setUseInnerText(true)
                                .setTimeout(PATIENCE.toMillis()));
    }

    private static LocatorAssertions.HasCountOptions patientlyCounted() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE.toMillis());
    }

    private WindowId awaitPlace(DeploymentRequest request) {
        return await("window of " + request.id())
                .atMost(PATIENCE)
                .until(() -> windows.placeOf(request.id()), java.util.Optional::isPresent)
                .orElseThrow()
                .window();
    }

    private void awaitRecorded(WindowId window, Kind kind) {
        await().atMost(PATIENCE)
                .until(() -> records.of(window).stream().map(Entry::kind).anyMatch(kind::equals));
    }

    private MaintenanceWindow now(WindowId window) {
        return windows.find(window).orElseThrow();
    }

    private void signIn(Page page, String person) {
        page.navigate(url());
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(person);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator(".navbar-brand")).isVisible();
    }
}
