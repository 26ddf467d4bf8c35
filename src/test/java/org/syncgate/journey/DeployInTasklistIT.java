package org.syncgate.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.Chromium;
import org.syncgate.model.ApplicationId;

/** What a person does and sees, in a real browser; pictures of it land in target/screenshots. */
class DeployInTasklistIT extends Journey {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private Page page;

    @BeforeEach
    void openWindow() {
        page = CHROMIUM.window(1400, 1000);
    }

    @AfterEach
    void closeWindow() {
        page.close();
    }

    @Test
    void aDeveloperSignsInStartsADeploymentAndWatchesItBecomeSynced() {
        ApplicationId application = pending();
        signIn("dev");
        choose(application);
        assertThat(form()).containsText("Developer at will, no heads-up required.");
        assertThat(form()).containsText("Earliest sync: at once.");
        page.getByLabel("Reason").fill("Fixes the login loop that came with the cookie change");
        Chromium.picture(page, "start-form");

        start();
        assertThat(page.locator(".modal-dialog")).isHidden();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Requests"))
                .click();
        Chromium.picture(page, "requests");
        page.locator("tr", new Page.LocatorOptions().setHasText(application.toString()))
                .getByRole(AriaRole.LINK)
                .click();

        assertThat(page.locator("h1 .mood"))
                .hasText("Deployed", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE.toMillis()));
        assertThat(page.locator("table.record")).containsText("Argo CD synced");
        Chromium.picture(page, "request-deployed");
    }

    @Test
    void theNatureOfTheChangeChangesWhatTheFormSaysOfThePractice() {
        signIn("dev");
        choose(new ApplicationId("roundtable-prod", "ook"));
        assertThat(form()).containsText("Developer at will, no heads-up required.");
        assertThat(form()).not().containsText("Advice:");

        page.getByLabel("Major").check();

        assertThat(form()).containsText("Developer at will, no heads-up required.");
        assertThat(form())
                .containsText("Advice: The heuristics point to more formality than the chart asks: team consensus.");
        Chromium.picture(page, "start-form-advice");
    }

    @Test
    void whatCannotBeDeployedIsToldInTheFormAndNothingIsKept() {
        ApplicationId application = pending();
        signIn("dev");
        choose(application);
        cluster("idfdev").commit(application.name(), "0123456789abcdef0123456789abcdef01234567");
        page.getByLabel("Reason").fill("Fixes the login loop that came with the cookie change");

        start();

        assertThat(page.locator(".modal-dialog"))
                .containsText("0123456 has become the pending revision of " + application);
        Chromium.picture(page, "start-refused");
    }

    @Test
    void aFailedSyncIsResolvedInTheTasklist() {
        ApplicationId application = pending();
        cluster("idfdev").behave(application.name(), Behaviour.fails("one or more objects failed to apply"));
        var request = ask("dev", application);
        awaitTask(request, "resolveFailedSync");
        signIn("dev2");
        page.getByText("My groups").click();

        page.locator(".tasks-list .task", new Page.LocatorOptions().setHasText(application.toString()))
                .first()
                .click();
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("one or more objects failed to apply")).isVisible();
        Chromium.picture(page, "resolve-failed-sync");
        page.getByText("Diagram", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".djs-container [data-element-id=resolveFailedSync]"))
                .isVisible();
        Chromium.picture(page, "diagram");
        page.getByText("Form", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Give up").check();
        page.getByLabel("Reason").fill("The chart needs a fix first");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();
        assertThat(page.getByText("Select a task in the list")).isVisible();

        page.navigate(url() + "/requests/" + request.id());
        assertThat(page.locator("h1 .mood")).hasText("Given up");
        assertThat(page.locator("table.record")).containsText("Dan Developer");
        Chromium.picture(page, "request-given-up");
    }

    private void signIn(String person) {
        page.navigate(url());
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(person);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator(".navbar-brand")).isVisible();
    }

    private void choose(ApplicationId application) {
        page.getByText("Start process").first().click();
        page.getByText("Deploy an application").first().click();
        Locator search = page.locator(".fjs-container").getByPlaceholder("Search");
        search.click();
        search.fill(application.toString());
        page.locator(".fjs-dropdownlist-item").first().click();
    }

    private Locator form() {
        return page.locator(".modal-dialog .fjs-form");
    }

    private void start() {
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Start"))
                .click();
    }
}
