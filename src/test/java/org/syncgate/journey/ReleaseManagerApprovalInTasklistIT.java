package org.syncgate.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.syncgate.demo.Chromium;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Moments;
import org.syncgate.request.DeploymentRequest;

/**
 * The release manager's okay as three people live it, in a real browser; pictures of it land in target/screenshots. A
 * day is skipped.
 */
@Tag("one-at-a-time")
class ReleaseManagerApprovalInTasklistIT extends AmendJourney {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis());

    @Test
    void aRequesterIsRefusedTheApprovalAnotherGivesItAndADayLaterItIsSynced() {
        ApplicationId application = pendingApproval();
        try (Page rita = CHROMIUM.window(1400, 1100)) {
            DeploymentRequest request = asks(rita, application);
            isRefused(rita, request);
            try (Page rob = CHROMIUM.window(1400, 1100)) {
                approves(rob, request);
            }
            seesItDeployedADayLater(rita, request);
        }
    }

    @Test
    void aDeveloperWhoAskedIsOfferedNoApproval() {
        DeploymentRequest request = askForApproval("dev");
        try (Page devi = CHROMIUM.window(1400, 1100)) {
            signIn(devi, "dev");
            devi.getByText("My groups").click();

            assertThat(devi.locator("section.tasks-list")).not().containsText(application(request));
            devi.navigate(url() + "/requests/" + request.id() + "/task");
            assertThat(devi.locator("h1")).containsText("Waiting", PATIENTLY);
            Chromium.picture(devi, "requester-waits");
        }
    }

    @Test
    void markupInAReasonIsTextForWhoApproves() {
        String reason = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
                + " [fine](javascript:alert(1)) ![](https://evil.example.org/seen) **sure** {{about}} &lt;b&gt;";
        ApplicationId application = pendingApproval();
        Map<String, Object> wish = wish(application);
        wish.put("reason", reason);
        assertThat(start(signedIn("dev"), wish).statusCode()).isEqualTo(200);
        DeploymentRequest request = requests.openFor(application).orElseThrow();
        awaitTask(request, "approveDeployment");
        try (Page rob = CHROMIUM.window(1400, 1100)) {
            signIn(rob, "rel2");
            open(rob, request);

            assertThat(rob.locator(".task-details")).containsText(reason, PATIENTLY);
            assertThat(rob.locator(".task-details").locator("img, script, a[href^=javascript], a[href*=evil], b"))
                    .hasCount(0);
            assertThat(rob.title()).doesNotContain("taken");
            Chromium.picture(rob, "markup-as-text");
        }
    }

    private DeploymentRequest asks(Page rita, ApplicationId application) {
        signIn(rita, "rel");
        rita.getByText("Start process").first().click();
        rita.getByText("Deploy an application").first().click();
        Locator search = rita.locator(".fjs-container").getByPlaceholder("Search");
        search.click();
        search.fill(application.toString());
        rita.locator(".fjs-dropdownlist-item").first().click();
        assertThat(rita.locator(".modal-dialog .fjs-form"))
                .containsText("Release manager's okay, 24 hours' notice at least");
        rita.getByLabel("Reason").fill("Fixes the login loop that came with the cookie change");
        Chromium.picture(rita, "start-form-approval");
        rita.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Start"))
                .click();
        assertThat(rita.locator(".modal-dialog")).isHidden();
        DeploymentRequest request = requests.openFor(application).orElseThrow();
        awaitTask(request, "approveDeployment");
        awaitClock(request);
        return request;
    }

    private void isRefused(Page rita, DeploymentRequest request) {
        open(rita, request);
        claim(rita);

        assertThat(rita.locator("body")).containsText("nobody approves their own request", PATIENTLY);
        Chromium.picture(rita, "approval-refused");
    }

    private void approves(Page rob, DeploymentRequest request) {
        signIn(rob, "rel2");
        open(rob, request);
        claim(rob);
        assertThat(rob.locator(".task-details")).containsText("Rita Release", PATIENTLY);
        assertThat(rob.locator(".task-details")).containsText("Fixes the login loop");
        assertThat(rob.locator(".task-details")).containsText("Earliest sync: " + Moments.time(earliest(request)));
        assertThat(rob.locator(".task-details li", new Page.LocatorOptions().setHasText("ConfigMap")))
                .hasText("ConfigMap gafaelfawr-config");
        assertThat(rob.locator(".task-details"))
                .containsText(argoCd.seen(request.agreement().application())
                        .orElseThrow()
                        .images()
                        .get(0));
        rob.getByLabel("Approve this revision").check();
        rob.getByLabel("Comment").fill("Seen on the int environment, fine with me");
        Chromium.picture(rob, "approval-form");
        rob.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();
        assertThat(rob.getByText("Select a task in the list")).isVisible();
    }

    private Instant earliest(DeploymentRequest request) {
        return written.announcement(
                        request.id(),
                        request.agreementNumber(),
                        request.practice().channels())
                .elapses(request.agreedAt(), request.practice().minimumNotice())
                .orElseThrow();
    }

    private void seesItDeployedADayLater(Page rita, DeploymentRequest request) {
        rita.navigate(url() + "/requests/" + request.id());
        assertThat(rita.locator("main")).containsText("Rob Release", PATIENTLY);
        assertThat(rita.locator("h1 .mood")).containsText("Waiting");
        Chromium.picture(rita, "approval-given");

        rita.navigate(url() + "/demo/clock");
        Chromium.picture(rita, "demo-clock");
        rita.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("1 day"))
                .click();

        rita.navigate(url() + "/requests/" + request.id());
        assertThat(rita.locator("h1 .mood")).containsText("Deployed", PATIENTLY);
        assertThat(rita.locator("table.record")).containsText("Argo CD synced");
        Chromium.picture(rita, "approved-deployed");
        assertThat(cluster("idfprod")
                        .syncsSeen(request.agreement().application().name()))
                .isEqualTo(1);
    }

    private void open(Page page, DeploymentRequest request) {
        page.navigate(url());
        page.getByText("My groups").click();
        page.locator(".tasks-list .task", new Page.LocatorOptions().setHasText(application(request)))
                .first()
                .click();
        assertThat(page.locator(".task-details")).containsText("Approve " + application(request), PATIENTLY);
    }

    private static void claim(Page page) {
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
    }

    private static String application(DeploymentRequest request) {
        return request.agreement().application().toString();
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
