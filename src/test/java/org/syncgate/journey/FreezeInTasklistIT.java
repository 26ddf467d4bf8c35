package org.syncgate.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.demo.Chromium;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.window.AFreeze;
import org.syncgate.window.Freezes;

/** An administrator in a real browser: the form sends what its fields show, and nothing of what it hides. */
@Tag("one-at-a-time")
class FreezeInTasklistIT extends SyncJourney {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis());

    @Autowired
    Freezes freezes;

    @Autowired
    Clock clock;

    private Page page;

    @BeforeEach
    void openWindow() {
        page = CHROMIUM.window(1400, 1100);
    }

    @AfterEach
    void closeWindow() {
        page.close();
        freezes.notOver(clock.instant()).forEach(freeze -> freezes.lift(freeze.id(), "admin", "Left over by a test"));
    }

    @Test
    void anAdministratorFreezesTwoClustersAndLetsOneRequestPass() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS);
        page.navigate(url() + "/freezes");
        signIn();
        openForm();
        enter("To (date, UTC)", DATE.format(tomorrow));
        enter("To (time, UTC)", TIME.format(tomorrow));
        pick("Clusters", "idfdev (science dev)");
        pick("Clusters", "idfint (science int)");
        page.getByLabel("Reason").fill("Proposals are due on Monday");
        Chromium.picture(page, "freeze-form");
        submit();

        assertThat(freezes.notOver(clock.instant())).singleElement().satisfies(freeze -> {
            assertThat(freeze.terms().to()).isEqualTo(tomorrow);
            assertThat(freeze.terms().scope()).isEqualTo(AFreeze.clusters("idfdev", "idfint"));
        });
        DeploymentRequest request = ask("dev", pending());
        awaitWaiting(request, "every service in idfdev and idfint");

        page.navigate(url() + "/freezes");
        openForm();
        // entered before somebody chose to do something else
        page.getByLabel("Reason").fill("It mends the queue itself");
        pick("Clusters", "idfdev (science dev)");
        page.getByLabel("Override a freeze for one request").check();
        assertThat(page.getByText("Clusters")).isHidden();
        choose("Freeze", "every service in idfdev and idfint");
        choose("Request", request.id().text());
        Chromium.picture(page, "freeze-override-form");
        submit();

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        page.navigate(url() + "/freezes");
        assertThat(page.locator(".current")).containsText(request.id().text());
        Chromium.picture(page, "freezes");
    }

    private void signIn() {
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password").fill("admin");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private void openForm() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set, lift or override"))
                .click();
        assertThat(page.getByText("What do you want to do?")).isVisible(PATIENTLY);
    }

    private void enter(String label, String text) {
        page.getByLabel(label).fill(text);
        page.getByLabel(label).press("Enter");
    }

    private void pick(String label, String option) {
        page.getByLabel(label).click();
        page.locator(".fjs-dropdownlist-item").getByText(option).click();
    }

    private void choose(String label, String option) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label))
                .click();
        page.locator(".fjs-dropdownlist-item").getByText(option).click();
    }

    private void submit() {
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Start"))
                .click();
        assertThat(page.locator(".modal-dialog")).isHidden();
    }
}
