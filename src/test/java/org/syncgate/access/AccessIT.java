package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.source.JWKSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.syncgate.demo.Browser;
import org.syncgate.model.Groups;

/** What each kind of person can and cannot do, over real HTTP. */
@Tag("own-application")
class AccessIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext syncgate;
    private static String url;
    private static String definition;

    private String task = "";

    @BeforeAll
    static void start() {
        postgres = TestSyncgate.postgres();
        syncgate = TestSyncgate.start(postgres);
        url = TestSyncgate.url(syncgate);
        definition = syncgate.getBean(RepositoryService.class)
                .createDeployment()
                .addClasspathResource("org/syncgate/access/deploy-application.bpmn")
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }

    @AfterAll
    static void stop() throws IOException {
        syncgate.close();
        postgres.close();
    }

    @BeforeEach
    void oneRequestOfRhea() {
        syncgate.getBean(IdentityService.class).clearAuthentication();
        String instance = syncgate.getBean(RuntimeService.class)
                .startProcessInstanceByKey("deploy-application", Map.of("requester", "rhea"))
                .getId();
        task = syncgate.getBean(TaskService.class)
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @Test
    void anonymousPeopleAreSentToSignInFromPages() {
        HttpResponse<String> answer = new Browser(url).get("/camunda/app/tasklist/default/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @ParameterizedTest
    @CsvSource({"/camunda/api/engine/engine/default/task", "/camunda/api/admin/auth/user/default", "/forms/x.form"})
    void anonymousCallsGetA401(String path) {
        assertThat(new Browser(url).get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordIsRefused() {
        HttpResponse<String> answer = new Browser(url).signIn("dora", "wrong");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?error");
    }

    @Test
    void untilSomebodyHasSignedInASessionIsForgottenInTenMinutesAndThenAfterTheConfiguredTime() {
        Browser dora = new Browser(url);
        dora.get("/login");
        assertThat(TestSyncgate.secondsOf(syncgate, session(dora))).isEqualTo(600);

        dora.signIn("dora", "dora");

        assertThat(TestSyncgate.secondsOf(syncgate, session(dora))).isEqualTo(8 * 3600);
    }

    @Test
    void whoeverLetsTheFormLieTooLongIsShownItAgain() {
        HttpResponse<String> answer = new Browser(url)
                .raw(
                        "/login",
                        request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("username=dora&password=dora&_csrf=old")));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @Test
    void aDeveloperLandsInTasklistAndIsShownByName() throws IOException {
        Browser dora = new Browser(url);

        HttpResponse<String> answer = dora.signIn("dora", "dora");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/camunda/app/tasklist/default/");
        assertThat(dora.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(json(dora.engineGet("/user/dora/profile")).path("firstName").asText())
                .isEqualTo("Dora Developer");
        assertThat(json(dora.get("/camunda/api/admin/auth/user/default")).path("authorizedApps"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("tasklist", "welcome");
    }

    @Test
    void afterSignInPeopleGoOnToThePageTheyWanted() {
        Browser ada = new Browser(url);
        ada.get("/camunda/app/cockpit/default/");

        assertThat(ada.signIn("ada", "ada").headers().firstValue("Location").orElse(""))
                .contains("/camunda/app/cockpit/default/");
    }

    @Test
    void othersAreShownByNameOnceTheyHaveSignedIn() throws IOException {
        Browser.of(url, "rhea");

        assertThat(json(Browser.of(url, "dora").engineGet("/user/rhea/profile"))
                        .path("firstName")
                        .asText())
                .isEqualTo("Rhea Release");
        assertThat(syncgate.getBean(People.class).nameOf("rhea")).isEqualTo("Rhea Release");
        assertThat(syncgate.getBean(People.class).nameOf("stranger")).isEqualTo("stranger");
    }

    @Test
    void nobodyCanListEverybody() throws IOException {
        Browser.of(url, "rhea");

        assertThat(json(Browser.of(url, "dora").engineGet("/user"))).hasSize(1);
    }

    @Test
    void signingOutOfTasklistEndsTheSession() {
        Browser dora = Browser.of(url, "dora");

        assertThat(dora.call("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(dora.engineGet("/task").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/admin/setup/default/user/create",
        "GET, /camunda/app/admin/default/setup/",
        "GET, /camunda/app/admin/default/",
        "POST, /camunda/api/admin/auth/user/default/login/tasklist",
        "POST, /camunda/api/engine/engine/default/filter/create",
        "POST, /camunda/api/engine/engine/default/deployment/create",
        "POST, /camunda/api/engine/engine/default/process-definition/key/deploy-application/start",
        "POST, /camunda/api/engine/engine/default/process-instance/x/modification",
        "POST, /camunda/api/engine/engine/default/message",
        "POST, /camunda/api/engine/engine/default/signal",
        "POST, /camunda/api/engine/engine/default/migration/execute",
        "POST, /camunda/api/engine/engine/default/task/create",
        "POST, /camunda/api/engine/engine/default/task/x/assignee",
        "POST, /camunda/api/engine/engine/default/task/x/delegate",
        "POST, /camunda/api/engine/engine/default/task/x/resolve",
        "POST, /camunda/api/engine/engine/default/task/x/identity-links",
        "POST, /camunda/api/engine/engine/default/task/x/variables",
        "PUT, /camunda/api/engine/engine/default/task/x",
        "PUT, /camunda/api/engine/engine/default/task/x/variables/y",
        "PUT, /camunda/api/engine/engine/default/filter/x",
        "PUT, /camunda/api/engine/engine/default/user/ada/profile",
        "DELETE, /camunda/api/engine/engine/default/filter/x",
        "DELETE, /camunda/api/engine/engine/default/process-instance/x"
    })
    void nobodyMayCall(String method, String path) {
        assertThat(Browser.of(url, "ada").call(method, path, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void aPageBearsTheNonceOfItsOwnPolicyHoweverManyAreOpenedAtOnce() throws Exception {
        Browser dora = Browser.of(url, "dora");
        Pattern nonce = Pattern.compile("'nonce-([^']+)'");
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Future<HttpResponse<String>>> pages = IntStream.range(0, 200)
                    .mapToObj(page -> people.submit(() -> dora.get("/camunda/app/tasklist/default/")))
                    .toList();
            for (Future<HttpResponse<String>> page : pages) {
                HttpResponse<String> answer = page.get(20, TimeUnit.SECONDS);
                Matcher policy = nonce.matcher(
                        answer.headers().firstValue("Content-Security-Policy").orElse(""));
                assertThat(policy.find()).isTrue();
                assertThat(answer.body()).contains("nonce=\"" + policy.group(1) + "\"");
            }
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void whatIsClosedIsRefusedInASentenceForCallsAndOnAPageForPeople() throws IOException {
        Browser dora = Browser.of(url, "dora");

        HttpResponse<String> call = dora.call("PUT", "/camunda/api/engine/engine/default/task/x", "{}");
        assertThat(call.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(call.body()).path("message").asText())
                .startsWith("This cannot be done in Syncgate: claim a task");
        HttpResponse<String> page = dora.get("/camunda/app/admin/default/");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This is not open to you").doesNotContain("Whitelabel");
    }

    @Test
    void onlyAdministratorsMaySetRetries() {
        String retries = "/camunda/api/engine/engine/default/job/x/retries";

        assertThat(Browser.of(url, "dora")
                        .call("PUT", retries, "{\"retries\":1}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(url, "ada")
                        .call("PUT", retries, "{\"retries\":1}")
                        .body())
                .as("let through to the engine, which has no such job")
                .contains("There is no such job");
    }

    @ParameterizedTest
    @CsvSource({"ada, 200", "cody, 200", "dora, 403"})
    void cockpitAnswersOverseersOnly(String who, int status) {
        HttpResponse<String> answer = Browser.of(url, who)
                .call("POST", "/camunda/api/cockpit/plugin/base/default/process-instance/count", "{}");

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"/task", "/task/count", "/filter/{myTasks}/list", "/filter/{myTasks}/count"})
    void anExpressionInANestedQueryIsRefused(String path) throws IOException {
        Browser dora = Browser.of(url, "dora");
        String filter = json(dora.engineGet("/filter?name=My%20tasks"))
                .get(0)
                .path("id")
                .asText();

        HttpResponse<String> answer = dora.enginePost(path.replace("{myTasks}", filter), """
                {"orQueries": [{"dueAfterExpression": "${now()}"}]}
                """);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("must not contain expressions");
    }

    @Test
    void aQueryWithoutExpressionsIsAnswered() {
        assertThat(Browser.of(url, "dora")
                        .enginePost("/task", "{\"orQueries\":[{\"name\":\"x\"}]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"dora, 200", "rhea, 200", "ada, 200", "cody, 403", "nora, 403"})
    void aDeploymentMayBeAskedForBy(String who, int status) {
        HttpResponse<String> answer = Browser.of(url, who)
                .enginePost("/process-definition/" + definition + "/submit-form", "{\"variables\":{}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void aCandidateSeesTheTaskAndItsDiagram() throws IOException {
        Browser rolf = Browser.of(url, "rolf");

        assertThat(rolf.engineGet("/task/" + task).statusCode()).isEqualTo(200);
        assertThat(rolf.engineGet("/process-definition/" + definition + "/xml").statusCode())
                .isEqualTo(200);
        assertThat(rolf.engineGet("/history/user-operation?taskId=" + task).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOutsiderSeesNoTask() {
        assertThat(Browser.of(url, "dora").engineGet("/task/" + task).statusCode())
                .isIn(403, 404);
    }

    @Test
    void aCandidateClaimsAndCompletes() {
        Browser rolf = Browser.of(url, "rolf");

        assertThat(claim(rolf, "rolf").statusCode()).isEqualTo(204);
        assertThat(rolf.enginePost("/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isIn(200, 204);
    }

    @Test
    void aTaskCannotBeClaimedForSomebodyElse() {
        HttpResponse<String> answer = claim(Browser.of(url, "rolf"), "dora");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("for yourself only");
    }

    @Test
    void aRuleThatIsAgainstItStopsACandidateInItsOwnWords() {
        HttpResponse<String> answer = claim(Browser.of(url, "rhea"), "rhea");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(TestSyncgate.Beans.SEPARATION);
    }

    @Test
    void whoIsNoCandidateAnyMoreMayNotComplete() {
        TaskService tasks = syncgate.getBean(TaskService.class);
        Browser rolf = Browser.of(url, "rolf");
        claim(rolf, "rolf");
        tasks.addCandidateGroup(task, Groups.FORUM_TEAM);
        tasks.deleteCandidateGroup(task, Groups.RELEASE_MANAGERS);

        HttpResponse<String> answer = rolf.enginePost("/task/" + task + "/complete", "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This task is for others");
    }

    @Test
    void everybodySeesTheirOwnFilters() throws IOException {
        assertThat(filters("dora")).containsExactlyInAnyOrder("My tasks", "My groups", "Developers");
        assertThat(filters("rolf")).containsExactlyInAnyOrder("My tasks", "My groups", "Release managers");
        assertThat(filters("nora")).isEmpty();
    }

    @Test
    void theFilterOfOnesGroupsHoldsItsTasks() throws IOException {
        Browser rolf = Browser.of(url, "rolf");
        String filter = json(rolf.engineGet("/filter?name=My%20groups"))
                .get(0)
                .path("id")
                .asText();

        assertThat(json(rolf.enginePost("/filter/" + filter + "/list?maxResults=100", "{}")))
                .extracting(found -> found.path("id").asText())
                .contains(task);
    }

    @Test
    void syncgateIsNamedInsteadOfTheVendor() {
        Browser dora = Browser.of(url, "dora");

        assertThat(dora.get("/camunda/app/tasklist/scripts/config.js").body()).contains("vendor: 'Syncgate'");
        assertThat(dora.get("/access/webapps.css").statusCode()).isEqualTo(200);
    }

    @Test
    void theLibraryOfAnAuthorizationServerMakesSyncgateNone() {
        assertThat(syncgate.getBeanNamesForType(JWKSource.class)).isEmpty();
        assertThat(syncgate.containsBean("authorizationServerSettings")).isFalse();
    }

    @Test
    void whatSomebodySaysOfTheWayThatARequestCameIsNotBelieved() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + WebappCalls.TASKLIST))
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-Host", "evil.example.org")
                                .header("Forwarded", "proto=https;host=evil.example.org")
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Location").orElse("")).isEqualTo(url + "/login");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void aForeignNameThatLeadsToThisMachineIsRefused() throws IOException {
        URI here = URI.create(url);
        try (Socket socket = new Socket("127.0.0.1", here.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /login HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 403").contains("open it as http://localhost");
        }
    }

    private HttpResponse<String> claim(Browser browser, String user) {
        return browser.enginePost("/task/" + task + "/claim", "{\"userId\":\"" + user + "\"}");
    }

    private static String session(Browser browser) {
        return browser.cookie("syncgate").orElseThrow();
    }

    private static List<String> filters(String who) throws IOException {
        return json(Browser.of(url, who).engineGet("/filter")).findValuesAsText("name").stream()
                .filter(name -> !name.equals("application") && !name.equals("request"))
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
