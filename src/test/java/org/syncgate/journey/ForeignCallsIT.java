package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.demo.Browser;
import org.syncgate.request.DeploymentRequest;

/** What comes in somebody's name, with their cookies, but not from Syncgate's pages; and what no page would send. */
class ForeignCallsIT extends AmendJourney {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private DeploymentRequest request;
    private String task = "";
    private Browser rel;

    @BeforeEach
    void somethingToDecide() {
        request = untouched("dev");
        task = awaitTask(request, "approveDeployment");
        rel = signedIn("rel2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void aCallWithoutThePagesTokenIsRefusedAndEndsNoSession(String token) {
        for (String call : List.of("/task/" + task + "/claim", "/task/" + task + "/complete", "/task/count")) {
            HttpResponse<String> answer = post(ENGINE + call, claim(), token.isEmpty() ? Map.of() : header(token));

            assertThat(answer.statusCode()).as(call).isEqualTo(403);
            assertThat(message(answer)).isEqualTo("This page does not belong to your session any more. Load it again.");
        }
        assertUndecided();
        assertThat(rel.engineGet("/task/" + task).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void nobodyIsSignedOutWithoutThePagesToken(String token) {
        HttpResponse<String> answer =
                post("/camunda/api/admin/auth/user/default/logout", "", token.isEmpty() ? Map.of() : header(token));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(rel.engineGet("/task/" + task).statusCode()).isEqualTo(200);
        assertThat(post("/logout", "", Map.of()).statusCode()).isEqualTo(403);
        assertThat(rel.engineGet("/task/" + task).statusCode()).isEqualTo(200);
    }

    @Test
    void anothersTokenIsNoToken() {
        String anothers = signedIn("admin").token().orElseThrow();

        assertThat(post(ENGINE + "/task/" + task + "/claim", claim(), header(anothers))
                        .statusCode())
                .isEqualTo(403);
        assertUndecided();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example.org",
        "Origin, http://localhost",
        "Origin, http://localhost.evil.example.org",
        "Origin, null",
        "Origin, not a place",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void whatAnotherSitesPageSendsIsRefusedEvenWithTheRightToken(String name, String value) {
        Map<String, String> headers =
                Map.of(name, value, "X-XSRF-TOKEN", rel.token().orElseThrow());

        HttpResponse<String> answer = post(ENGINE + "/task/" + task + "/claim", claim(), headers);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(message(answer)).contains("another site");
        assertThat(post("/login", "username=rel2&password=rel2", headers).statusCode())
                .isEqualTo(403);
        assertUndecided();
    }

    @Test
    void whatOnesOwnPageSendsIsTaken() {
        for (Map<String, String> own : List.of(
                Map.of("Origin", url()),
                Map.of("Origin", url().toUpperCase(Locale.ROOT)),
                Map.of("Sec-Fetch-Site", "same-origin", "Origin", "https://syncgate.example.org"))) {
            Map<String, String> headers = new HashMap<>(own);
            headers.putAll(header(rel.token().orElseThrow()));

            assertThat(post(ENGINE + "/task/count", "{}", headers).statusCode()).isEqualTo(200);
        }
        assertThat(rel.raw(
                                "/requests",
                                call -> call.header("Sec-Fetch-Site", "cross-site")
                                        .GET())
                        .statusCode())
                .as("a link in a message")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//task",
                "/task//count",
                "/./task",
                "/../default/task",
                "/task;x=1",
                "/task;jsessionid=1/count",
                "/%2ftask",
                "/task%2fcount",
                "/task%5ccount",
                "/%2e%2e/default/task",
                "/..%2fdefault/task",
                "/task%00",
                "/task%3bx",
                "/%252ftask",
                "/task%0d%0aX-Evil:1",
                "/task%7f",
                "/%c0%af/task"
            })
    void aPathThatIsWrittenInAnotherWayIsRefused(String path) {
        for (String person : List.of("dev", "admin")) {
            Browser browser = signedIn(person);
            for (String verb : List.of("GET", "POST", "PUT", "DELETE")) {
                HttpResponse<String> answer = call(browser, verb, ENGINE + path, "{}");

                assertThat(answer.statusCode()).as(verb + " " + path).isBetween(400, 499);
                assertThat(answer.headers().map()).doesNotContainKey("x-evil");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/engine/engine/default/task/create/",
        "POST, /camunda/api/engine/engine/default/task/Create",
        "POST, /camunda/API/engine/engine/default/task/create",
        "POST, /camunda/api/engine/engine/default/%74ask/create",
        "POST, /camunda/api/engine/task/create",
        "POST, /camunda/api/engine/engine/other/task/create",
        "POST, /camunda/api/engine/engine/default/filter/create",
        "POST, /camunda/api/engine/engine/default/filter//create",
        "POST, /camunda/api/engine/filter/create",
        "POST, /Camunda/api/engine/engine/default/filter/create",
        "PUT, /camunda/api/engine/job/x/retries",
        "GET, /camunda/api/engine/task",
        "GET, /camunda/api/engine/application.wadl",
        "GET, /camunda/api/admin/setup/default/user/create",
        "GET, /camunda/app/admin/default/",
        "GET, /camunda/app/Admin/default/",
        "GET, /camunda/app/%61dmin/default/",
        "GET, /engine-rest/engine",
        "POST, /engine-rest/engine/default/task",
        "GET, /camunda/api/engine/engine/default/version",
        "GET, /camunda/api/engine/engine/default/telemetry/data",
        "GET, /camunda/api/engine/engine/default/metrics",
        "GET, /camunda/api/engine/engine/default/authorization",
        "GET, /camunda/api/engine/engine/default/schema/log",
        "GET, /camunda/api/engine/engine/default/tenant",
        "GET, /camunda/api/engine/engine/default/event-subscription",
        "POST, /camunda/api/engine/engine/default/identity/verify",
        "GET, /actuator/env",
        "GET, /error",
        "GET, /camunda-welcome/index.html",
        "GET, /..%2f..%2fetc/passwd",
        "GET, /web/..%2fapplication.yaml",
        "GET, /access/%2e%2e/application.yaml",
        "GET, /web/../../application.yaml",
        "GET, /requests/..%2f..",
        "GET, /forms/..%2fapplication.yaml",
        "GET, /windows/..%2f/x"
    })
    void noOtherWayLeadsToWhatIsShut(String verb, String path) {
        for (String person : List.of("dev", "admin")) {
            assertThat(call(signedIn(person), verb, path, "{}").statusCode())
                    .as(person)
                    .isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void aVerbInAHeaderIsNoVerb(String header) {
        for (String verb : List.of("DELETE", "PUT", "GET")) {
            Map<String, String> headers =
                    Map.of(header, verb, "X-XSRF-TOKEN", rel.token().orElseThrow());

            assertThat(post(ENGINE + "/task/" + task + "?_method=" + verb, "{}", headers)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertUndecided();
    }

    @Test
    void whatIsTooLongIsRefusedUnread() {
        String tooLong = "{\"userId\":\"" + "x".repeat(1_500_000) + "\"}";

        HttpResponse<String> told = post(
                ENGINE + "/task/" + task + "/claim", tooLong, header(rel.token().orElseThrow()));
        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(message(told)).contains("too long", "256 KiB");
        byte[] bytes = tooLong.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> untold = rel.raw(
                ENGINE + "/task/" + task + "/claim",
                call -> call.header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", rel.token().orElseThrow())
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
        assertThat(untold.statusCode()).isEqualTo(413);
        assertThat(new Browser(url())
                        .raw(
                                "/login",
                                call -> call.header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString("username=" + "x".repeat(300_000))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(new Browser(url())
                        .raw(
                                "/login",
                                call -> call.header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))))
                        .statusCode())
                .isEqualTo(411);
        assertUndecided();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/requests/%s",
                "/requests/%s/task",
                "/windows/%s/x",
                "/windows/weekly/2026-01-01/tasks/%s",
                "/%s"
            })
    void aLineBreakInAPathIsNoHeader(String page) {
        for (String value : List.of("x%0d%0aX-Evil:%201", "x%0aSet-Cookie:%20a=b", "%E5%98%8A%E5%98%8DX-Evil:1")) {
            HttpResponse<String> answer = rel.get(page.formatted(value));

            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.headers().map().toString()).doesNotContainIgnoringCase("evil", "a=b");
        }
        HttpResponse<String> signIn = new Browser(url()).get("/requests?x=%0d%0aX-Evil:%201");
        assertThat(signIn.headers().map().toString()).doesNotContainIgnoringCase("evil");
    }

    private void assertUndecided() {
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    private HttpResponse<String> post(String path, String body, Map<String, String> headers) {
        return rel.raw(path, call -> {
            call.header("Accept", "application/json");
            call.header(
                    "Content-Type", path.startsWith("/log") ? "application/x-www-form-urlencoded" : "application/json");
            headers.forEach(call::header);
            call.POST(BodyPublishers.ofString(body));
        });
    }

    private static HttpResponse<String> call(Browser browser, String verb, String path, String body) {
        return browser.raw(path, call -> {
            call.header("Accept", "application/json");
            call.header("X-XSRF-TOKEN", browser.token().orElseThrow());
            if (verb.equals("GET")) {
                call.GET();
            } else {
                call.header("Content-Type", "application/json").method(verb, BodyPublishers.ofString(body));
            }
        });
    }

    private static Map<String, String> header(String token) {
        return Map.of("X-XSRF-TOKEN", token);
    }

    private static String claim() {
        return json(Map.of("userId", "rel2"));
    }

    private static String message(HttpResponse<String> answer) {
        return tree(answer.body()).path("message").asText();
    }
}
