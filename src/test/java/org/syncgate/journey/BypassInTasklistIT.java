package org.syncgate.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.syncgate.bypass.Bypass;
import org.syncgate.demo.Chromium;
import org.syncgate.model.ApplicationId;

/** A release manager in a real browser; pictures land in target/screenshots. */
class BypassInTasklistIT extends BypassJourney {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis());

    private Page page;

    @BeforeEach
    void openWindow() {
        page = CHROMIUM.window(1400, 900);
    }

    @AfterEach
    void closeWindow() {
        page.close();
    }

    @Test
    void aReleaseManagerReadsWhatWasSeenExplainsItAndSeesItOnThePage() {
        ApplicationId application = copyOf("idfprod", "gafaelfawr");
        cluster("idfprod").foreignSync(application.name(), "**jsick** <img src=x>");
        Bypass bypass = awaitBypass(application);
        String task = awaitTask(bypass);
        page.navigate(url() + "/bypasses");
        page.getByLabel("Name").fill("rel");
        page.getByLabel("Password").fill("rel");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator("#" + bypass.id())).containsText("To be explained");

        page.navigate(url() + "/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(page.getByText("Something went past the gate")).isVisible(PATIENTLY);
        assertThat(page.getByText("by **jsick** <img src=x> as Argo CD has it")).isVisible();
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Why was that?").fill("The token server was down, and nobody could ask here");
        Chromium.picture(page, "bypass-task");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();
        await().atMost(PATIENCE)
                .until(() ->
                        bypasses.find(bypass.id()).orElseThrow().explanation().isPresent());

        page.navigate(url() + "/bypasses");
        assertThat(page.locator("#" + bypass.id()))
                .containsText("The token server was down, and nobody could ask here");
        Chromium.picture(page, "bypasses");
    }
}
