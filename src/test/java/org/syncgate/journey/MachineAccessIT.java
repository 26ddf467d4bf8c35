package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.demo.DemoClock;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.web.ApiDescription;

/** Who gets in under {@code /api}, where else a token gets one, and what is answered to what cannot be meant. */
class MachineAccessIT extends MachineJourney {

    private static final String SOME = Pipeline.REQUESTS + "/r-22222222";

    /** Where people go, and their calls. */
    private static final List<String> PEOPLES = List.of(
            "/",
            "/requests",
            "/requests/events",
            "/windows",
            "/freezes",
            "/forms/deploy-application.form",
            "/forms/amend-request.form",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/api/engine/engine/default/task",
            "/camunda/api/admin/auth/user/default");

    record Bad(String what, String token) {}

    static Stream<Bad> worthless() {
        Instant now = DemoClock.ofThisJvm().instant();
        return Stream.of(
                new Bad("signed by another key", ISSUER.forged("ci")),
                new Bad("with its own key", ISSUER.selfMade("ci")),
                new Bad("not signed", ISSUER.unsigned("ci")),
                new Bad("signed with the public key as a secret", ISSUER.confused("ci")),
                new Bad("of another issuer", with(claims -> claims.issuer("https://elsewhere.example.org"))),
                new Bad("for another audience", with(claims -> claims.audience("grafana"))),
                new Bad("expired", with(claims -> claims.expirationTime(Date.from(now.minusSeconds(120))))),
                new Bad("not good yet", with(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(120))))),
                new Bad("no token at all", "hello"));
    }

    @ParameterizedTest
    @MethodSource("worthless")
    void aTokenThatIsWorthNothingIsRefusedAndNothingIsOpened(Bad bad) {
        ApplicationId application = pending();

        HttpResponse<String> answer = new Pipeline(url(), bad.token()).ask(body(application));

        assertProblem(answer, 401, "token");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(new Pipeline(url(), bad.token()).get(SOME).statusCode()).isEqualTo(401);
        assertThat(requests.openFor(application)).isEmpty();
    }

    @Test
    void withoutATokenNobodyGetsIn() {
        Pipeline nobody = new Pipeline(url(), "");

        HttpResponse<String> answer = nobody.get(SOME);

        assertProblem(answer, 401, "Authorization: Bearer");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertProblem(nobody.ask(body(pending())), 401, "Show a token");
        assertProblem(nobody.get("/api/v1/nothing"), 401, "Show a token");
        assertProblem(nobody.get("/api"), 401, "Show a token");
        assertProblem(
                nobody.call("GET", SOME, "", call -> call.header("Authorization", "Basic ZGV2OmRldg==")),
                401,
                "Show a token");
        assertProblem(
                nobody.call("GET", SOME, "", call -> call.header("Authorization", "Bearer a b")),
                401,
                "no bearer token");
    }

    @Test
    void aTokenInTheAddressOrTheBodyIsNoToken() {
        String token = ISSUER.token("ci");
        assertProblem(new Pipeline(url(), "").get(SOME + "?access_token=" + token), 401, "Show a token");
        assertProblem(
                new Pipeline(url(), "")
                        .call(
                                "POST",
                                Pipeline.REQUESTS,
                                "access_token=" + token,
                                call -> call.header("Content-Type", "application/x-www-form-urlencoded")),
                401,
                "Show a token");
    }

    @Test
    void aTokenWithoutTheScopeIsRefusedWithTheScopeThatItLacks() {
        Pipeline reading = new Pipeline(url(), with(claims -> claims.claim("scope", "syncgate:read openid")));
        Pipeline asking = new Pipeline(url(), with(claims -> claims.claim("scope", List.of("syncgate:request"))));
        ApplicationId application = pending();

        assertProblem(reading.ask(body(application)), 403, "lacks the scope syncgate:request");
        assertProblem(asking.get(SOME), 403, "lacks the scope syncgate:read");
        assertThat(reading.ask(body(application)).headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_scope\", scope=\"syncgate:request\"");
        assertThat(asking.call("HEAD", SOME, "", call -> {}).statusCode()).isEqualTo(403);
        assertProblem(reading.get(SOME), 404, "There is no such request");
        assertThat(requests.openFor(application)).isEmpty();
        request(asking.ask(body(application)));
    }

    @Test
    void aTokenOfAClientThatIsNotConfiguredIsRefusedWithWhatToConfigure() {
        assertProblem(machine("stranger").get(SOME), 403, "name it, and who answers for it, under syncgate.machines");
    }

    @Test
    void aSessionIsWorthNothingToTheApi() {
        ApplicationId application = pending();

        assertProblem(signedIn("dev").get(SOME), 401, "Show a token");
        assertProblem(signedIn("admin").call("POST", Pipeline.REQUESTS, body(application)), 401, "Show a token");
        assertThat(requests.openFor(application)).isEmpty();
    }

    @Test
    void aTokenIsWorthNothingOutsideTheApi() {
        Pipeline machine = machine("release-ci");

        assertThat(PEOPLES).allSatisfy(path -> {
            HttpResponse<String> answer = machine.get(path);
            HttpResponse<String> nobodys = new Pipeline(url(), "").get(path);
            assertThat(answer.statusCode()).as(path).isIn(302, 401).isEqualTo(nobodys.statusCode());
            assertThat(answer.headers().firstValue("Location"))
                    .isEqualTo(nobodys.headers().firstValue("Location"));
        });
    }

    @Test
    void aTokenStartsAmendsClaimsAndCompletesNothingInTheEngine() {
        DeploymentRequest request = askAs("ci", pendingApproval());
        String task = awaitTask(request, "approveDeployment");
        String engine = "/camunda/api/engine/engine/default";
        Consumer<HttpRequest.Builder> json = call -> call.header("Content-Type", "application/json");

        assertThat(Stream.of(
                        "/task/" + task + "/claim",
                        "/task/" + task + "/complete",
                        "/task/" + task + "/submit-form",
                        "/process-definition/key/deploy-application/submit-form",
                        "/process-definition/key/amend-request/submit-form"))
                .allSatisfy(path -> assertThat(machine("release-ci")
                                .call("POST", engine + path, "{}", json)
                                .statusCode())
                        .as(path)
                        .isIn(401, 403));
        assertThat(now(request).isOpen()).isTrue();
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/requests, 405",
        "PUT, /api/v1/requests/r-22222222, 405",
        "DELETE, /api/v1/requests/r-22222222, 405",
        "POST, /api/v1/requests/r-22222222, 405",
        "PATCH, /api/v1/requests, 405",
        "POST, /api/v1/openapi.json, 405",
        "GET, /api/v1/nothing, 404",
        "GET, /api/v2/requests, 404",
        "GET, /api, 404",
        "GET, /api/, 404",
        "GET, /api/v1/requests/, 404",
        "GET, /api/v1/requests/r-22222222/task, 404",
        "POST, /api/v1/requests/r-22222222/approve, 404",
        "GET, /api/v1/requests/..;/x, 400",
        "GET, /api/v1/requests/%2e%2e/%2e%2e/%2e%2e/requests, 400",
        "GET, /api/v1/requests/%0d%0aSet-Cookie:x=y, 400",
        "GET, /api/v1/requests/%3Cscript%3E, 404"
    })
    void whateverIsAnsweredIsAProblemWithASentence(String method, String path, int status) {
        assertProblem(machine("ci").call(method, path, "", call -> {}), status, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/r-22222222%2F..", "/%00"})
    void whatTheServerItselfCannotReadIsRefusedWithoutAWordAboutTheServer(String path) {
        HttpResponse<String> answer = machine("ci").get(Pipeline.REQUESTS + path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat", "exception", "syncgate");
    }

    @Test
    void whatTakesAnotherMethodSaysWhich() {
        assertThat(machine("ci").call("DELETE", SOME, "", call -> {}).headers().firstValue("Allow"))
                .contains("GET");
    }

    @Test
    void whoeverTakesNoJsonIsToldSo() {
        assertProblem(
                machine("ci").call("GET", SOME, "", call -> call.header("Accept", "text/html")),
                406,
                "application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"text\"",
                "7",
                "{}{}",
                "{\"application\":1}",
                "{\"application\":null}",
                "{\"application\":[\"idfdev/tap\"]}",
                "{\"application\":{\"a\":\"b\"}}",
                "{\"application\":true}",
                "{\"requester\":\"rel\"}",
                "{\"owner\":\"rel\",\"application\":\"idfdev/tap\"}",
                "{\"application\":\"idfdev/tap\",\"application\":\"idfprod/tap\"}",
                "{\"__proto__\":\"x\"}",
                "<wish/>",
                "application: idfdev/tap"
            })
    void whatIsNoObjectOfTheFormsTextsIsRefused(String body) {
        assertProblem(
                machine("ci")
                        .call(
                                "POST",
                                Pipeline.REQUESTS,
                                body,
                                call -> call.header("Content-Type", "application/json")
                                        .header("Idempotency-Key", key())),
                400,
                ".");
    }

    @Test
    void aDeepOrLargeBodyIsRefused() {
        assertProblem(machine("ci").ask("[".repeat(10_000)), 400, "nested too deeply");
        assertProblem(
                machine("ci").ask("{\"application\":" + "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000) + "}"),
                400,
                "nested too deeply");
        Map<String, Object> large = wish(pending());
        large.put("reason", "x".repeat(33_000));
        assertProblem(machine("ci").ask(json(large)), 413, "shorten the reason");
        large.put("reason", "x".repeat(30_000));
        assertProblem(machine("ci").ask(json(large)), 422, "it has 30000");
    }

    @Test
    void aLargeBodyOfUnknownLengthIsRefused() {
        HttpResponse<String> answer = machine("ci")
                .call(
                        "POST",
                        Pipeline.REQUESTS,
                        "",
                        call -> call.header("Content-Type", "application/json")
                                .header("Idempotency-Key", key())
                                .POST(HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[40_000]))));

        assertProblem(answer, 413, "32768 bytes");
    }

    @Test
    void whatIsRefusedBeforeAnybodyLooksAtTheTokenIsAProblemToo() {
        String huge = "{\"application\":\"" + "x".repeat(300 * 1024) + "\"}";
        Consumer<HttpRequest.Builder> json = call -> call.header("Content-Type", "application/json");

        assertProblem(machine("ci").ask(huge), 413, "Syncgate takes 256 KiB at once");
        assertProblem(
                machine("ci")
                        .call(
                                "POST",
                                Pipeline.REQUESTS,
                                "",
                                json.andThen(call -> call.POST(HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(huge.getBytes(StandardCharsets.UTF_8)))))),
                413,
                "Syncgate takes 256 KiB at once");
        assertProblem(machine("ci").get(SOME + "?wait=%00"), 400, "a character in it that cannot be stored");
        assertProblem(
                machine("ci")
                        .call(
                                "POST",
                                Pipeline.REQUESTS,
                                body(pending()),
                                json.andThen(call -> call.header("Origin", "https://evil.example.org"))),
                403,
                "a page of another site");
    }

    @Test
    void aFormOfUnknownLengthIsNoWishEither() {
        assertProblem(
                machine("ci")
                        .call(
                                "POST",
                                Pipeline.REQUESTS,
                                "",
                                call -> call.header("Content-Type", "application/x-www-form-urlencoded")
                                        .header("Idempotency-Key", key())
                                        .POST(HttpRequest.BodyPublishers.ofInputStream(() ->
                                                new ByteArrayInputStream("a=b".getBytes(StandardCharsets.UTF_8))))),
                415,
                "Send the wish as JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/apix", "/apix/..;/x", "/apix?x=%00"})
    void whatOnlyBeginsLikeTheApiIsAnsweredAsAPageIs(String path) {
        assertThat(machine("ci").get(path).headers().firstValue("Content-Type").orElse(""))
                .doesNotStartWith(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "application/json;charset=UTF-16",
                "nonsense",
                "multipart/form-data;boundary=x"
            })
    void whatIsNotSentAsJsonIsRefused(String type) {
        String body = body(pending());
        assertProblem(
                machine("ci")
                        .call(
                                "POST",
                                Pipeline.REQUESTS,
                                body,
                                call -> call.header("Content-Type", type).header("Idempotency-Key", key())),
                415,
                ".");
    }

    @Test
    void aWishHasOneKeyThatCanBePrinted() {
        String body = body(pending());
        Consumer<HttpRequest.Builder> json = call -> call.header("Content-Type", "application/json");
        assertProblem(
                machine("ci").call("POST", Pipeline.REQUESTS, body, json), 400, "Send one header Idempotency-Key");
        assertProblem(machine("ci").ask("k".repeat(201), body), 400, "of 1 to 200");
        assertProblem(machine("ci").ask("", body), 400, "of 1 to 200");
        assertProblem(machine("ci").ask("a\tb", body), 400, "printable ASCII");
        assertProblem(
                machine("ci")
                        .call(
                                "POST",
                                Pipeline.REQUESTS,
                                body,
                                json.andThen(call ->
                                        call.header("Idempotency-Key", "a").header("Idempotency-Key", "b"))),
                400,
                "Send one header");
    }

    @Test
    void theDescriptionIsThereForAll() {
        HttpResponse<String> answer = new Pipeline(url(), "").get("/api/v1/openapi.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(tree(answer.body())).isEqualTo(ApiDescription.document());
    }

    private static String with(Consumer<JWTClaimsSet.Builder> change) {
        return ISSUER.token("ci", change);
    }
}
