package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.demo.Browser;
import org.syncgate.model.WindowId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/** What the pages of maintenance windows tell, and to whom. */
class WindowPageIT extends Journey {

    @Autowired
    Windows windows;

    @Test
    void aWindowThatSomebodyIsInSaysWhenItIsAndWhatIsInIt() {
        DeploymentRequest request = askForAWindow();
        WindowId window = windowOf(request);

        String page = awaitPage("forum", window, text -> text.contains("Open its task") || text.contains("queued"));

        assertThat(page)
                .contains(window.text(), "in America/Los_Angeles", " UTC to ", "Nobody yet", "#com-square")
                .contains("href=\"/requests/" + request.id() + "\"", "class=\"mood queued\">queued</span>")
                .contains("Work in the maintenance window " + window + " has not started", "Devi Developer")
                .contains("Window opened");
    }

    @Test
    void theListLinksWhatIsOpenAndNamesWhatIsToCome() {
        WindowId window = windowOf(askForAWindow());

        String list = get("forum", "/windows");

        assertThat(list).contains("<a href=\"/windows/" + window + "\">" + window + "</a>");
        assertThat(list).contains("<span>weekly/", ">To come</span>", "href=\"/windows\">Windows</a>");
    }

    @Test
    void aRequestsPageLinksToItsWindow() {
        DeploymentRequest request = askForAWindow();
        WindowId window = windowOf(request);

        assertThat(get("forum", "/requests/" + request.id()))
                .contains("<a href=\"/windows/" + window + "\">" + window + "</a>")
                .contains("data-about=\"" + request.id() + " " + window + "\"");
        assertThat(get("dev", "/requests/" + awaitEnd(ask("dev", pending())).id()))
                .doesNotContain("href=\"/windows/");
    }

    @Test
    void whoeverCanConfirmItIsLedToTheTaskAndOthersToThePage() {
        WindowId window = windowOf(askForAWindow());
        awaitPage("tel", window, text -> text.contains("Confirm, move or skip it"));
        String link = "/windows/" + window + "/tasks/confirmWindow";

        assertThat(ledTo("tel", link)).startsWith("/camunda/app/tasklist/default/#/?task=");
        assertThat(ledTo("dev", link)).isEqualTo("/windows/" + window);
        // who may see it, but not do it
        assertThat(ledTo("admin", link)).isEqualTo("/windows/" + window);
        assertThat(get("dev", "/windows/" + window)).doesNotContain("/tasks/");
        assertThat(ledTo("tel", "/windows/" + window + "/tasks/nonsense")).isEqualTo("/windows/" + window);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/windows/telescope/2020-01-01",
                "/windows/telescope/nonsense",
                "/windows/telescope/2026-02-30",
                "/windows/No_Calendar/2026-12-02",
                "/windows/telescope/2020-01-01/tasks/confirmWindow"
            })
    void anUnknownWindowIsNotFound(String path) {
        HttpResponse<String> answer = signedIn("dev").get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page").doesNotContain("Whitelabel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/windows", "/windows/telescope/2026-12-02"})
    void whoeverIsNotSignedInSignsInFirst(String path) {
        assertThat(new Browser(url()).get(path).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    private DeploymentRequest askForAWindow() {
        return ask("dev", copyOf("summit", "sasquatch"));
    }

    private WindowId windowOf(DeploymentRequest request) {
        return await("window of " + request.id())
                .atMost(PATIENCE)
                .until(() -> windows.placeOf(request.id()), Optional::isPresent)
                .map(Place::window)
                .orElseThrow();
    }

    private String awaitPage(String person, WindowId window, Predicate<String> shows) {
        return await().atMost(PATIENCE).until(() -> get(person, "/windows/" + window), shows);
    }

    private String get(String person, String path) {
        HttpResponse<String> answer = signedIn(person).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String ledTo(String person, String path) {
        HttpResponse<String> answer = signedIn(person).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replace(url(), "");
    }
}
