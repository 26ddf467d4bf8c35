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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.Chromium;
import org.syncgate.request.DeploymentRequest;

/** Following a notice's link, and amending a request, in a real browser; pictures of it land in target/screenshots. */
class AmendInTasklistIT extends AmendJourney {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis());

    @Autowired
    JdbcClient jdbc;

    private Page page;

    @BeforeEach
    void openWindow() {
        page = CHROMIUM.window(1400, 1100);
    }

    @AfterEach
    void closeWindow() {
        page.close();
    }

    @Test
    void theLinkOfANoticeLeadsThroughSignInToTheOpenTask() {
        DeploymentRequest request = askForApproval("dev");

        page.navigate(url() + "/requests/" + request.id() + "/task");
        signIn("rel");

        assertThat(page.locator(".task-details"))
                .containsText("Approve " + request.agreement().application(), PATIENTLY);
        Chromium.picture(page, "approve-deployment");
    }

    @Test
    void aRequesterGoesFromTheRequestToTheFormAndWithdrawsIt() {
        DeploymentRequest request = askForApproval("dev");
        commit(request);
        approve("rel", request, "Fine with me, but not before the night's run is over");
        page.navigate(url() + "/requests/" + request.id());
        signIn("dev");
        assertThat(page.locator("main")).containsText("Elapses at", PATIENTLY);
        assertThat(page.locator(".newer")).containsText("0123456", PATIENTLY);
        assertThat(page.locator(".approvals")).containsText("Rita Release", PATIENTLY);
        Chromium.picture(page, "request-approved");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Withdraw or retarget"))
                .click();
        choose(request);
        Chromium.picture(page, "amend-form");
        page.getByLabel("Withdraw: the request ends").check();
        page.getByLabel("Reason").fill("Superseded by another branch");
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Start"))
                .click();
        assertThat(page.locator(".modal-dialog")).isHidden();

        page.navigate(url() + "/requests/" + request.id());
        assertThat(page.locator("h1 .mood")).hasText("Withdrawn");
        Chromium.picture(page, "request-withdrawn");
        page.navigate(url() + "/requests");
        assertThat(page.locator(
                        "table.ended tr",
                        new Page.LocatorOptions().setHasText(request.id().text())))
                .containsText("Withdrawn");
    }

    @Test
    void aPageThatIsOpenShowsThatTheAgreementIsVoidAndLeadsToTheDecision() {
        DeploymentRequest request = askForApproval("dev");
        page.navigate(url() + "/requests/" + request.id());
        signIn("dev");
        assertThat(page.locator("h1 .mood")).hasText("Waiting");

        makeVoid(request);
        assertThat(page.locator("h1 .mood")).containsText("Agreement void", PATIENTLY);
        assertThat(page.locator(".notices tr", new Page.LocatorOptions().setHasText("Agreement void")))
                .containsText("Delivered", PATIENTLY);
        Chromium.picture(page, "request-void");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open its task"))
                .click();

        assertThat(page.locator(".task-details")).containsText("its agreement is void", PATIENTLY);
        assertThat(page.locator(".task-details")).containsText("What next?", PATIENTLY);
        Chromium.picture(page, "reconsider-request");
    }

    @Test
    void aRequesterRetargetsAVoidRequestToTheRevisionThatTheTaskShows() {
        DeploymentRequest request = askForApproval("dev");
        makeVoid(request);
        page.navigate(url() + "/requests/" + request.id() + "/task");
        signIn("dev");
        page.locator(".task-details")
                .getByText("Claim", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByLabel("Revision to agree on"))
                .hasValue(
                        now(request).agreement().target().get(0),
                        new LocatorAssertions.HasValueOptions().setTimeout(PATIENCE.toMillis()));

        page.getByLabel("Retarget (its requester only): agree on what is pending now")
                .check();
        Chromium.picture(page, "reconsider-retarget");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();

        awaitStanding(request, standing -> now(request).agreementNumber() == 2);
        assertThat(page.locator("body")).not().containsText("An error happened");
    }

    @Test
    void namesAreShownAsTheyAreWritten() {
        String name = "<b>Dan</b> {{1 + 1}} *Developer*";
        DeploymentRequest request = askForApproval(Guest.RENAMED);
        jdbc.sql("update syncgate.person set name = :name where id = :id")
                .param("id", Guest.RENAMED)
                .param("name", name)
                .update();
        try {
            page.navigate(url() + "/camunda/app/tasklist/default/#/?processStart=amend-request");
            signIn("admin");
            page.navigate(url() + "/camunda/app/tasklist/default/#/?processStart=amend-request");

            assertThat(option(request)).containsText(", asked by " + name);
        } finally {
            signedIn(Guest.RENAMED);
        }
    }

    private void choose(DeploymentRequest request) {
        option(request).click();
    }

    private Locator option(DeploymentRequest request) {
        Locator search = page.locator(".fjs-container").getByPlaceholder("Search");
        search.click();
        search.fill(request.agreement().application().toString() + ",");
        return page.locator(".fjs-dropdownlist-item").first();
    }

    private void signIn(String person) {
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(person);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }
}
