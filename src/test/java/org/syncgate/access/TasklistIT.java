package org.syncgate.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.syncgate.demo.Chromium;

/** Sign-in and Tasklist as a person sees them, in a real Chromium; pictures land in target/screenshots. */
@Tag("own-application")
class TasklistIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext syncgate;

    private final List<String> refused = new CopyOnWriteArrayList<>();

    private Page page;

    @BeforeAll
    static void start() {
        postgres = TestSyncgate.postgres();
        syncgate = TestSyncgate.start(postgres);
        syncgate.getBean(RepositoryService.class)
                .createDeployment()
                .addClasspathResource("org/syncgate/access/deploy-application.bpmn")
                .deploy();
        syncgate.getBean(RuntimeService.class)
                .startProcessInstanceByKey("deploy-application", Map.of("application", "idfprod/gafaelfawr"));
    }

    @AfterAll
    static void stop() throws IOException {
        syncgate.close();
        postgres.close();
    }

    @BeforeEach
    void openPage() {
        page = CHROMIUM.window(1400, 850);
        page.onResponse(answer -> {
            // a 404 is the engine's answer to whoever asks for what they do not see
            if (answer.status() >= 400 && answer.status() != 404) {
                refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
            }
        });
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @Test
    void theSignInPageTellsWhoOneCanBe() {
        page.navigate(TestSyncgate.url(syncgate));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Syncgate")))
                .isVisible();

        page.getByText("Dora Developer").click();

        assertThat(page.getByLabel("Name")).hasValue("dora");
        Chromium.picture(page, "sign-in");
    }

    @Test
    void tasklistIsSyncgatesOwnAndShowsWhatThereIsToDo() {
        signIn("rolf");

        assertThat(page).hasTitle("Syncgate Tasklist");
        assertThat(page.locator(".navbar-brand")).containsText("Syncgate Tasklist");
        assertThat(page.getByText("Rolf Release")).isVisible();
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        assertThat(page.getByText("Create task")).isHidden();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Requests")))
                .hasAttribute("href", "/requests");

        page.getByText("My groups").click();
        task().click();
        page.getByText("Diagram", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".djs-container [data-element-id=okayIt]")).isVisible();
        Chromium.picture(page, "tasklist");
        org.assertj.core.api.Assertions.assertThat(refused)
                .as("of what Tasklist asks for, nothing is shut")
                .isEmpty();
    }

    @Test
    void signingOutLeadsToSyncgatesOwnSignIn() {
        signIn("dora");
        page.getByText("Dora Developer").click();

        page.getByText("Log out").click();

        // not Tasklist's own, which is #/login
        Pattern own = Pattern.compile("^[^#]*/login$");
        assertThat(page).hasURL(own);
        page.navigate(TestSyncgate.url(syncgate) + WebappCalls.TASKLIST);
        assertThat(page).hasURL(own);
    }

    @Test
    void administratorsHaveCockpitInTheSameColours() {
        signIn("ada");
        page.navigate(TestSyncgate.url(syncgate) + "/camunda/app/cockpit/default/");

        assertThat(page).hasTitle(Pattern.compile("Syncgate Cockpit.*"));
        assertThat(page.getByText("Running Process Instances").first()).isVisible();
        Chromium.picture(page, "cockpit");
        String cockpit = TestSyncgate.url(syncgate) + "/camunda/app/cockpit/default/#/";
        page.navigate(cockpit + "processes");
        page.getByText("Deploy an application").first().click();
        assertThat(page.locator(".djs-container").first()).isVisible();
        page.locator("td.instance-id a, td a.ng-binding").first().click();
        assertThat(page.getByText("Instance ID").first()).isVisible();
        page.waitForResponse("**/task/report/candidate-group-count", () -> page.navigate(cockpit + "tasks"));
        for (String list : List.of("decisions", "repository", "batch", "dashboard")) {
            page.navigate(cockpit + list);
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
        org.assertj.core.api.Assertions.assertThat(refused)
                .as("of what Cockpit asks for, nothing is shut")
                .isEmpty();
    }

    private Locator task() {
        return page.locator(".tasks-list .task").first();
    }

    private void signIn(String id) {
        page.navigate(TestSyncgate.url(syncgate) + WebappCalls.TASKLIST);
        page.getByLabel("Name").fill(id);
        page.getByLabel("Password").fill(id);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator(".navbar-brand")).isVisible();
    }
}
