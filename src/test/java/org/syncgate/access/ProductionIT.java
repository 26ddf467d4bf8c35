package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.syncgate.SyncgateApplication;
import org.syncgate.access.Visitor.Page;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.demo.UtcClock;

/**
 * Syncgate as it runs for others: behind a proxy that ends TLS, people signing in with a real OpenID provider. It starts
 * before the provider does. One application of its own, since the login method is another one.
 */
@Tag("own-application")
class ProductionIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ME = "/camunda/api/admin/auth/user/default";
    private static final String LOGOUT = ME + "/logout";
    private static final Duration VALID = Duration.ofMinutes(30);
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofSeconds(10);
    private static final Duration OWNER_VALID = Duration.ofHours(3);

    private static final PassingTime TIME = new PassingTime();
    private static final AuthorizationServer PROVIDER = new AuthorizationServer();

    private static ConfigurableApplicationContext syncgate;
    private static Page beforeTheProvider;

    private final Visitor visitor = visitor();

    @BeforeAll
    static void start() {
        PROVIDER.application(
                "syncgate",
                "a secret",
                "https://syncgate.example.org/login/oauth2/code/syncgate",
                "https://syncgate.example.org/login?logout");
        PROVIDER.program(
                "ci",
                "ci secret",
                Set.of("syncgate:request"),
                // Syncgate's time passes faster
                Map.of(
                        "aud",
                        List.of("syncgate"),
                        "azp",
                        "ci",
                        "exp",
                        Instant.now().plus(Duration.ofDays(30))));
        syncgate = new SpringApplicationBuilder(
                        SyncgateApplication.class, PassingTime.Given.class, EmbeddedDatabase.class)
                .run(
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--spring.main.banner-mode=off",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--server.address=127.0.0.1",
                        "--syncgate.url=" + Visitor.SYNCGATE,
                        "--syncgate.proxies=127.0.0.1",
                        "--syncgate.sign-in.issuer-uri=" + PROVIDER.issuer(),
                        "--syncgate.sign-in.client-id=syncgate",
                        "--syncgate.sign-in.client-secret=a secret",
                        "--syncgate.sign-in.user-name-claim=preferred_username",
                        "--syncgate.sign-in.groups-claim=realm_access.roles",
                        "--syncgate.sign-in.groups.developers=acme:devs",
                        "--syncgate.sign-in.groups.release-managers=acme:release,acme:managers",
                        "--syncgate.sign-in.groups.syncgate-admins=acme:admins",
                        "--syncgate.sign-in.groups-valid-for=" + VALID,
                        "--syncgate.machines.issuer-uri=" + PROVIDER.issuer(),
                        "--syncgate.machines.owner-valid-for=" + OWNER_VALID,
                        "--syncgate.machines.clients[0].client-id=ci",
                        "--syncgate.machines.clients[0].owner=dora",
                        "--syncgate.notice.log=true",
                        "--syncgate.clusters[0].name=idfdev",
                        "--syncgate.clusters[0].deployment=science",
                        "--syncgate.clusters[0].tier=dev",
                        "--syncgate.clusters[0].kubeconfig=target/no-kubeconfig",
                        "--syncgate.clusters[0].context=idfdev");
        beforeTheProvider = visitor().visit("/");
        PROVIDER.start();
        TIME.passes(UNTIL_ASKED_AGAIN);
    }

    @AfterAll
    static void stop() {
        syncgate.close();
        PROVIDER.close();
    }

    @BeforeEach
    void people() {
        person("dora", List.of("acme:devs", "acme:staff"));
        person("ada", List.of("acme:admins"));
    }

    @Nested
    class SigningIn {

        @Test
        void whileTheProviderHasNeverAnsweredNobodyGetsInAndEverybodyReadsWhy() {
            assertSignInDoesNotAnswer(beforeTheProvider);
        }

        @Test
        void aPersonComesBackToThePageTheyWantedAndIsWhoTheProviderSays() throws IOException {
            Page form = visitor.visit("/requests");
            assertThat(form.address().toString()).startsWith(PROVIDER.issuer());

            Page page = visitor.signIn(form, "dora");

            assertThat(page.address()).hasHost("syncgate.example.org").hasPath("/requests");
            assertThat(page.answer().statusCode()).isEqualTo(200);
            assertThat(people("dora")).hasValueSatisfying(dora -> {
                assertThat(dora.name()).isEqualTo("Dora Developer");
                assertThat(dora.email()).contains("dora@example.org");
                assertThat(dora.groups()).containsExactly("developers");
            });
            visitor.visit(WebappCalls.TASKLIST);
            assertThat(JSON.readTree(visitor.call("GET", ME, "").body())
                            .path("userId")
                            .asText())
                    .isEqualTo("dora");
        }

        @Test
        void severalOfTheProvidersGroupsMayStandForOneOfOursAndOneForSeveral() {
            person("rhea", List.of("acme:managers", "acme:devs"));

            visitor.enter("rhea");

            assertThat(people("rhea").map(Person::groups)).contains(Set.of("developers", "release-managers"));
        }

        @Test
        void groupsMayComeFromTheUserinfoEndpoint() {
            PROVIDER.person("ursa", Map.of("preferred_username", "ursa"))
                    .userInfo("ursa", Map.of("realm_access", Map.of("roles", "acme:devs")));

            assertThat(visitor.enter("ursa").answer().statusCode()).isEqualTo(200);
            assertThat(people("ursa").map(Person::groups)).contains(Set.of("developers"));
        }

        @Test
        void anAdministratorOfTheProviderIsOneHereToo() {
            visitor.enter("ada");

            assertThat(visitor.call("PUT", "/camunda/api/engine/engine/default/job/x/retries", "{\"retries\":1}")
                            .body())
                    .as("let through to the engine, which has no such job")
                    .contains("There is no such job");
        }

        static Stream<Map<String, Object>> nothingThatIsAGroup() {
            return Stream.of(
                    Map.of(),
                    Map.of("realm_access", "acme:devs"),
                    Map.of("realm_access", List.of("acme:devs")),
                    Map.of("realm_access", Map.of()),
                    Map.of("realm_access", Map.of("roles", 7)),
                    Map.of("realm_access", Map.of("roles", Map.of("acme:devs", true))),
                    Map.of("realm_access", Map.of("roles", List.of(List.of("acme:devs"), 7))),
                    Map.of("realm_access", Map.of("roles", List.of("ACME:DEVS", "developers", "acme:devs "))),
                    Map.of("roles", List.of("acme:devs")));
        }

        @ParameterizedTest
        @MethodSource("nothingThatIsAGroup")
        void whoIsInNoGroupDoesNotGetInAndReadsWhatToDo(Map<String, Object> claims) {
            PROVIDER.person("nora", and(claims, "preferred_username", "nora"));

            Page page = visitor.enter("nora");

            assertThat(page.address()).hasPath("/login").hasQuery("fault=no-group");
            assertThat(page.answer().statusCode()).isEqualTo(403);
            assertThat(page.answer().body()).contains("ask an administrator to put you in one");
            assertThat(people("nora")).as("kept of somebody who did not get in").isEmpty();
            assertNobody();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "syncgate",
                    "Syncgate",
                    "no ra",
                    "../nora",
                    "nora\n",
                    "nora\u202e",
                    "<b>nora</b>",
                    "",
                    "-nora"
                })
        void whatCannotBeKeptAsANameDoesNotGetIn(String id) {
            PROVIDER.person(
                    "nora", Map.of("preferred_username", id, "realm_access", Map.of("roles", List.of("acme:devs"))));

            Page page = visitor.enter("nora");

            assertThat(page.address()).hasPath("/login").hasQuery("fault=no-id");
            assertThat(people(id)).isEmpty();
            assertNobody();
        }

        @Test
        void namesThatDifferInCaseAreTwoPeople() {
            PROVIDER.person("other", Map.of("preferred_username", "DORA", "realm_access", roles("acme:devs")));

            visitor.enter("other");

            assertThat(people("DORA").map(Person::name)).contains("DORA");
            visitor().enter("dora");
            assertThat(people("dora").map(Person::name)).contains("Dora Developer");
        }

        @Test
        void anAnswerToAQuestionThatSyncgateDidNotAskIsRefused() {
            URI answer = answerOf("dora", visitor);

            Page stolen = visitor().follow(answer);
            HttpResponse<String> forged = visitor.get(forged(answer));

            assertThat(stolen.address()).hasPath("/login").hasQuery("fault=failed");
            assertThat(Visitor.next(forged, answer)).contains(Visitor.at(ProviderSignInPage.BEGIN));
            assertNobody();
        }

        @Test
        void whoseQuestionIsForgottenIsLedToAskOnceMoreAndNotForEver() {
            URI answer = answerOf("dora", visitor);
            visitor.get(forged(answer));

            Page again = visitor.follow(forged(answer));

            assertThat(again.address()).hasPath("/login").hasQuery("fault=failed");
            assertNobody();
            assertThat(visitor.visit("/requests").address())
                    .as("and may begin anew")
                    .hasPath("/requests");
        }

        @Test
        void whoComesBackAfterTheirSessionIsOverGetsInAllTheSame() {
            URI answer = answerOf("dora", visitor);
            TestSyncgate.forget(syncgate, visitor.cookies().getOrDefault("__Host-syncgate", ""));

            assertThat(visitor.follow(answer).address()).hasPath(WebappCalls.TASKLIST);
            assertThat(visitor.call("GET", ME, "").statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void ofTwoTabsThatBeginAtOnceBothGetInWhicheverIsAnsweredFirst(boolean inOrder) {
            visitor.enter("dora");
            TIME.passes(VALID);
            visitor.call("GET", ME, "");
            URI first = answer(question(visitor), visitor);
            URI second = answer(question(visitor), visitor);

            HttpResponse<String> one = visitor.get(inOrder ? first : second);
            Page other = visitor.follow(inOrder ? second : first);

            assertThat(Visitor.next(one, first)).contains(Visitor.at(WebappCalls.TASKLIST));
            assertThat(other.address()).hasPath(WebappCalls.TASKLIST);
            assertThat(visitor.call("GET", ME, "").statusCode()).isEqualTo(200);
        }

        @Test
        void whoIsSignedInStaysSoWhateverAnswerTheyAreLedTo() {
            URI answer = answerOf("dora", visitor);
            visitor.follow(answer);

            assertThat(visitor.follow(forged(answer)).address()).hasPath(WebappCalls.TASKLIST);
            assertThat(visitor.call("GET", ME, "").statusCode()).isEqualTo(200);
        }

        @Test
        void aTokenThatWasMadeForAnotherQuestionIsRefused() {
            URI question = question(visitor);
            String other = question.toString().replaceAll("nonce=[^&]+", "nonce=another");
            Page form = visitor.follow(URI.create(other));

            Page page = visitor.signIn(form, "dora");

            assertThat(page.address()).hasPath("/login").hasQuery("fault=failed");
            assertNobody();
        }

        @Test
        void aCodeIsOfNoUseToWhoeverStealsIt() {
            assertThat(question(visitor).getQuery()).contains("code_challenge=", "code_challenge_method=S256");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/oauth2/authorization/syncgate?redirect_uri=https://evil.example.org",
                    "/login?redirect=https://evil.example.org&continue=https://evil.example.org",
                    "/login?fault=https://evil.example.org"
                })
        void nobodyIsSentToAPlaceThatAnAddressNames(String path) {
            Page form = visitor.visit(path);
            assertThat(
                            form.address().getRawQuery() == null
                                    ? ""
                                    : form.address().getRawQuery())
                    .doesNotContain("evil");

            Page page = visitor.signIn(form, "dora");

            assertThat(page.address()).hasHost("syncgate.example.org").hasPath(WebappCalls.TASKLIST);
        }

        @Test
        void whileTheProviderIsDownPeopleReadSoAndOnceItIsBackTheyGetIn() {
            TIME.passes(Duration.ofMinutes(2));
            PROVIDER.stop();
            try {
                assertSignInDoesNotAnswer(visitor.visit("/requests"));
                assertNobody();
            } finally {
                PROVIDER.start();
                TIME.passes(UNTIL_ASKED_AGAIN);
            }

            assertThat(visitor.signIn(visitor.visit("/requests"), "dora").address())
                    .hasPath("/requests");
        }

        private static void assertSignInDoesNotAnswer(Page page) {
            assertThat(page.address()).hasPath("/login").hasQuery("fault=unreachable");
            assertThat(page.answer().statusCode()).isEqualTo(503);
            assertThat(page.answer().body()).contains("The sign-in does not answer at the moment");
        }

        /** Where Syncgate sends somebody to the provider. */
        private static URI question(Visitor visitor) {
            URI begin = Visitor.at(ProviderSignInPage.BEGIN);
            return Visitor.next(visitor.get(begin), begin).orElseThrow();
        }

        /** With a state that Syncgate has not drawn. */
        private static URI forged(URI answer) {
            return URI.create(answer.toString().replaceAll("state=[^&]+", "state=forged"));
        }

        /** Where the provider sends somebody back to who is signed in there. */
        private static URI answer(URI question, Visitor visitor) {
            return Visitor.next(visitor.get(question), question).orElseThrow();
        }

        /** Where the provider sends them back to. */
        private static URI answerOf(String id, Visitor visitor) {
            Page form = visitor.follow(question(visitor));
            URI back = Visitor.next(visitor.submit(form, id), form.address()).orElseThrow();
            return Visitor.next(visitor.get(back), back).orElseThrow();
        }
    }

    @Nested
    class Sessions {

        @Test
        void untilSomebodyHasSignedInASessionIsForgottenInTenMinutesAndThenAfterTheConfiguredTime() {
            Page form = visitor.visit(WebappCalls.TASKLIST);
            assertThat(seconds()).isEqualTo(600);

            visitor.signIn(form, "dora");
            assertThat(seconds()).isEqualTo(8 * 3600);

            visitor.call("POST", LOGOUT, "");
            assertThat(seconds()).as("what is left for the provider's sign-out").isEqualTo(600);
        }

        private int seconds() {
            return TestSyncgate.secondsOf(syncgate, visitor.cookies().getOrDefault("__Host-syncgate", ""));
        }
    }

    @Nested
    class SigningOut {

        @Test
        void signingOutOfAWebappEndsBothSessions() {
            visitor.enter("dora");
            String before = visitor.cookies().get("__Host-syncgate");

            assertThat(visitor.call("POST", LOGOUT, "").statusCode()).isEqualTo(204);
            assertNobody();
            Page page = visitor.visit("/login");

            assertThat(page.address())
                    .hasHost("syncgate.example.org")
                    .hasPath("/login")
                    .hasQuery("logout");
            assertThat(page.answer().body()).contains("You are signed out.");
            assertThat(visitor.visit("/requests").answer().body())
                    .as("the provider asks for the password again")
                    .contains("name=\"password\"");
            assertThat(visitor.cookies().get("__Host-syncgate")).isNotEqualTo(before);
        }

        @Test
        void noPageThatAnotherSiteCouldLeadToSignsOut() {
            visitor.enter("dora");

            visitor.visit("/logout");
            visitor.visit("/login?logout");
            visitor.visit("/login/oauth2/code/syncgate?state=forged&error=access_denied");

            assertThat(visitor.call("GET", ME, "").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class GoingOn {

        @Test
        void aChangeOfGroupsCountsAtTheNextSignIn() {
            person("dora", List.of("acme:devs"));
            visitor.enter("dora");
            person("dora", List.of("acme:release"));

            visitor().enter("dora");

            assertThat(people("dora").map(Person::groups)).contains(Set.of("release-managers"));
        }

        @Test
        void aSignInThatTheProviderSpeaksAgainstEndsTheSessionThatWasThere() {
            visitor.enter("dora");
            person("dora", List.of("acme:staff"));

            Page page = visitor.visit("/login");

            assertThat(page.address()).hasPath("/login").hasQuery("fault=no-group");
            assertNobody();
        }

        @Test
        void afterTheConfiguredTimeTheProviderIsAskedAgainAndWhoIsStillSignedInThereNoticesNothing() {
            visitor.enter("dora");
            person("dora", List.of("acme:release"));
            TIME.passes(VALID.minusMinutes(1));
            assertThat(visitor.call("GET", ME, "").statusCode()).isEqualTo(200);

            TIME.passes(Duration.ofMinutes(1));

            assertThat(visitor.call("GET", ME, "").statusCode()).isEqualTo(401);
            assertThat(visitor.visit("/requests").address())
                    .hasHost("syncgate.example.org")
                    .hasPath("/requests");
            assertThat(visitor.visit(WebappCalls.TASKLIST).address()).hasPath(WebappCalls.TASKLIST);
            assertThat(visitor.call("GET", ME, "").statusCode()).isEqualTo(200);
            assertThat(people("dora").map(Person::groups)).contains(Set.of("release-managers"));
        }

        @Test
        void whoHasBeenTakenOutOfAllGroupsIsOutByThen() {
            visitor.enter("dora");
            person("dora", List.of("acme:staff"));
            TIME.passes(VALID);

            Page page = visitor.visit("/requests");

            assertThat(page.address()).hasPath("/login").hasQuery("fault=no-group");
            assertNobody();
        }
    }

    @Nested
    class Machines {

        @Test
        void aMachineHasTheRightsThatItsOwnersLastSignInLeft() throws Exception {
            visitor.enter("dora");

            assertThat(asked().statusCode())
                    .as("let through to the form, which knows no such application")
                    .isEqualTo(422);
        }

        @Test
        void whoeverIsRefusedBecauseTheyAreInNoGroupAnyMoreTakesTheirMachinesAlong() throws Exception {
            visitor.enter("dora");
            person("dora", List.of("acme:staff"));

            visitor().enter("dora");

            assertThat(people("dora").map(Person::groups)).contains(Set.of());
            assertThat(people("dora").map(Person::name)).contains("Dora Developer");
            HttpResponse<String> answer = asked();
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .contains("counts as asked for by its owner, Dora Developer, who may not. Only members of");
        }

        @Test
        void aMachineWhoseOwnerDoesNotComeAnyMoreIsRefusedUntilTheySignIn() throws Exception {
            visitor.enter("dora");
            TIME.passes(OWNER_VALID.minusMinutes(1));
            assertThat(asked().statusCode()).isEqualTo(422);

            TIME.passes(Duration.ofMinutes(1));

            HttpResponse<String> answer = asked();
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body())
                    .contains(
                            "The owner of ci, dora, has not signed in here since",
                            "Have them sign in once more, or name another owner under syncgate.machines.clients.");
            visitor().enter("dora");
            assertThat(asked().statusCode()).isEqualTo(422);
        }

        private static HttpResponse<String> asked() throws IOException, InterruptedException {
            HttpClient http = HttpClient.newHttpClient();
            String secret = Base64.getEncoder().encodeToString("ci:ci secret".getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> granted = http.send(
                    HttpRequest.newBuilder(URI.create(PROVIDER.issuer() + "/oauth2/token"))
                            .header("Authorization", "Basic " + secret)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "grant_type=client_credentials&scope=syncgate:request"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
            String token = JSON.readTree(granted.body()).path("access_token").asText();
            return http.send(
                    HttpRequest.newBuilder(URI.create(TestSyncgate.url(syncgate) + "/api/v1/requests"))
                            .header("Authorization", "Bearer " + token)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("""
                                    {"application": "idfdev/nothing", "disruption": "none", "change": "minor",
                                     "reason": "Release 12.1 with the new quota limits"}
                                    """))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Nested
    class Transport {

        @Test
        void theSessionsCookieGoesToThisHostAloneOverTlsAloneAndToNoScript() {
            visitor.visit("/requests");
            List<String> sent = visitor.get(Visitor.at("/freezes")).headers().allValues("Set-Cookie");
            List<String> first =
                    visitor().get(Visitor.at("/requests")).headers().allValues("Set-Cookie");

            assertThat(sent).as("a session has its cookie already").isEmpty();
            assertThat(first)
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie)
                            .startsWith("__Host-syncgate=")
                            .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                            .doesNotContainIgnoringCase("Domain"));
        }

        @Test
        void theWebappsOwnCookieGoesOverTlsAlone() {
            visitor.signIn(visitor.visit("/requests"), "dora");

            assertThat(visitor.get(Visitor.at(WebappCalls.TASKLIST)).headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie ->
                            assertThat(cookie).startsWith("XSRF-TOKEN=").contains("Secure", "SameSite=Lax"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/requests", "/windows", "/freezes", "/bypasses", "/record", "/login?logout", "/no-such-page"
                })
        void ourOwnPagesHaveAStrictPolicyAndKeepToIt(String path) {
            visitor.enter("dora");

            HttpResponse<String> page = visitor.get(Visitor.at(path));

            assertThat(page.headers().allValues("Content-Security-Policy")).containsExactly(PageHeaders.POLICY);
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(page.headers().firstValue("Permissions-Policy"))
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("camera=()", "geolocation=()", "microphone=()"));
            assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(page.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(hsts -> assertThat(hsts).contains("max-age=31536000"));
            assertThat(page.body())
                    .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:|<script(?![^>]*\\ssrc=)");
        }

        @Test
        void theWebappsKeepTheirPolicyWithItsNonce() {
            visitor.enter("dora");

            HttpResponse<String> page = visitor.get(Visitor.at(WebappCalls.TASKLIST));

            assertThat(page.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .satisfies(policy ->
                            assertThat(policy).contains("'nonce-", "frame-ancestors 'none'", "form-action 'self'"));
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        }

        @Test
        void theWebappsPagesBearNoVersion() {
            visitor.enter("dora");

            String page = visitor.get(Visitor.at(WebappCalls.TASKLIST)).body();

            assertThat(page).contains("cam-widget-footer", "?bust=").doesNotContainPattern("\\d+\\.\\d+\\.\\d+");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /no-such-page",
                    "GET /requests/r-nothing",
                    "GET /requests/%00",
                    "GET /requests/..;/x",
                    "GET //requests",
                    "GET /error",
                    "GET /login/oauth2/code/syncgate?state=x&error=%3Cb%3E&error_description=x",
                    "GET /login/oauth2/code/nobody?code=x&state=x",
                    "GET /oauth2/authorization/nobody",
                    "GET /actuator",
                    "POST /requests",
                    "TRACE /requests",
                    "FOO /requests",
                    "GET /camunda/api/engine/engine/default/version",
                    "GET /camunda/api/engine/engine/default/telemetry/data",
                    "GET /camunda/api/engine/engine/default/task/no-such-task",
                    "GET /camunda/api/engine/engine/default/no-such-thing",
                    "GET /camunda/api/engine/engine/nobodys/task",
                    "GET /camunda/api/no-such-thing",
                    "GET /camunda/api/engine/engine/default/task?maxResults=x",
                    "GET /camunda/app/no-such-app/default/",
                    "GET /camunda/lib/no-such-file.js",
                    "POST /camunda/api/engine/engine/default/task {",
                    "POST /camunda/api/engine/engine/default/task [1]",
                    "POST /camunda/api/engine/engine/default/task {\"priority\": \"x\"}",
                    "POST /camunda/api/engine/engine/default/task/x/submit-form {\"variables\":{\"x\":{\"type\":\"Object\","
                            + "\"value\":\"x\",\"valueInfo\":{\"objectTypeName\":\"java.lang.Runtime\"}}}}",
                    "POST /camunda/api/engine/engine/default/process-definition/key/deploy-application/submit-form {\"variables\":7}",
                    "POST /camunda/api/engine/engine/default/process-definition/key/nothing/submit-form {}"
                })
        void anErrorTellsNoVersionAndNoInsides(String call) {
            visitor.enter("ada");
            String[] parts = call.split(" ", 3);

            HttpResponse<String> answer = visitor.call(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
            HttpResponse<String> page = visitor.get(Visitor.at(parts[1]));

            assertThat(answer.statusCode()).isNotEqualTo(200);
            assertThat(List.of(answer, page)).allSatisfy(ProductionIT::assertTellsNothing);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /[x HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                    "nonsense\r\n\r\n",
                    "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"
                })
        void whatIsNoHttpIsAnsweredWithNothingButItsStatus(String bytes) throws IOException {
            String answer = raw(bytes);

            assertThat(answer).startsWith("HTTP/1.1 ");
            assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContainIgnoringCase("server:");
            assertThat(answer).doesNotContain("Exception", "\tat ", "org.");
        }

        private static String raw(String bytes) throws IOException {
            URI url = URI.create(TestSyncgate.url(syncgate));
            try (Socket socket = new Socket("127.0.0.1", url.getPort())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static void assertTellsNothing(HttpResponse<String> answer) {
        assertThat(answer.headers().map().keySet()).doesNotContain("server", "x-powered-by", "x-application-context");
        assertThat(answer.body())
                .doesNotContainPattern("\\b\\d+\\.\\d+\\.\\d+\\b")
                .doesNotContainPattern("\\bat [a-z]+\\.[a-z]+")
                .doesNotContainIgnoringCase("stacktrace")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("jersey")
                .doesNotContain("\"trace\"", "\"exception\"", "Whitelabel")
                .doesNotContainPattern("\\b(org|com|java|jakarta)\\.[a-z]+\\.[a-zA-Z.]+");
    }

    private void assertNobody() {
        assertThat(visitor.call("GET", ME, "").statusCode()).isEqualTo(401);
    }

    private static Visitor visitor() {
        return new Visitor(TestSyncgate.url(syncgate).replace("localhost", "127.0.0.1"));
    }

    private static Optional<Person> people(String id) {
        return syncgate.getBean(People.class).find(id);
    }

    private static void person(String id, List<String> roles) {
        String name = id.equals("dora") ? "Dora Developer" : id;
        PROVIDER.person(
                id,
                Map.of(
                        "preferred_username",
                        id,
                        "name",
                        name,
                        "email",
                        id + "@example.org",
                        "realm_access",
                        Map.of("roles", roles)));
    }

    private static Map<String, Object> roles(String... roles) {
        return Map.of("roles", List.of(roles));
    }

    private static Map<String, Object> and(Map<String, Object> claims, String claim, String value) {
        Map<String, Object> more = new HashMap<>(claims);
        more.put(claim, value);
        return more;
    }

    /** A clock that a test lets pass. */
    static final class PassingTime extends UtcClock {

        private volatile Duration passed = Duration.ZERO;

        synchronized void passes(Duration time) {
            passed = passed.plus(time);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(passed);
        }

        /** Gives it to Syncgate; no {@code @Configuration}, which other tests' scan would find. */
        static final class Given {

            @Bean
            @Primary
            Clock passingTime() {
                return TIME;
            }
        }
    }
}
