package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.syncgate.access.MachineProperties.Client;
import org.syncgate.demo.MovableClock;

/** Which tokens let a machine in, against an issuer over HTTP. */
class MachineTokensTest {

    /** Long past what the machine's clock says: the bean tells the time. */
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2031-05-06T07:08:09Z"));

    private static final TestIssuer ISSUER = TestIssuer.start(CLOCK);

    private final MachineTokens tokens = tokens(ISSUER.uri());

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void aGoodTokenIsItsClientsWithTheScopesThatItHas() {
        Authentication machine = show(ISSUER.token("ci"));

        assertThat(machine.getPrincipal()).isEqualTo(new Machine("ci", "dora", List.of()));
        assertThat(machine.getName()).isEqualTo("machine:ci");
        assertThat(machine.isAuthenticated()).isTrue();
        assertThat(scopes(machine)).containsExactlyInAnyOrder("SCOPE_syncgate:request", "SCOPE_syncgate:read");
        assertThat(machine.getCredentials()).isEqualTo("");
    }

    @Test
    void anAccessTokenOfTheTypeOfRfc9068IsGood() {
        assertThat(show(ISSUER.accessToken("ci")).isAuthenticated()).isTrue();
    }

    @Test
    void scopesAreReadFromATextAListOrTheOtherName() {
        assertThat(scopes(show(with(claims -> claims.claim("scope", List.of("openid", "syncgate:read"))))))
                .containsExactlyInAnyOrder("SCOPE_openid", "SCOPE_syncgate:read");
        assertThat(scopes(show(with(claims -> claims.claim("scope", null).claim("scp", List.of("syncgate:read"))))))
                .containsExactly("SCOPE_syncgate:read");
        assertThat(scopes(show(with(claims -> claims.claim("scope", 7))))).isEmpty();
        assertThat(scopes(show(with(claims -> claims.claim("scope", null))))).isEmpty();
    }

    @Test
    void whatTheIssuerHasNotSignedIsWorthless() {
        String words = "cannot be read, or the configured issuer has not signed it";
        assertRefused(ISSUER.forged("ci"), HttpStatus.UNAUTHORIZED, words);
        assertRefused(ISSUER.selfMade("ci"), HttpStatus.UNAUTHORIZED, words);
        assertRefused(ISSUER.unsigned("ci"), HttpStatus.UNAUTHORIZED, words);
        assertRefused(ISSUER.confused("ci"), HttpStatus.UNAUTHORIZED, words);
        assertRefused("no-token", HttpStatus.UNAUTHORIZED, words);
        assertRefused("a.b.c", HttpStatus.UNAUTHORIZED, words);
        String good = ISSUER.token("ci");
        assertRefused(good.substring(0, good.lastIndexOf('.') + 1), HttpStatus.UNAUTHORIZED, words);
    }

    @Test
    void aTokenOfAnotherIssuerIsWorthless() {
        assertRefused(
                with(claims -> claims.issuer(ISSUER.uri() + "/")), HttpStatus.UNAUTHORIZED, "issued by somebody else");
        assertRefused(with(claims -> claims.issuer(null)), HttpStatus.UNAUTHORIZED, "issued by somebody else");
    }

    @Test
    void aTokenForSomebodyElseIsWorthless() {
        assertRefused(
                with(claims -> claims.audience("grafana")), HttpStatus.UNAUTHORIZED, "with the audience syncgate");
        assertRefused(with(claims -> claims.audience((String) null)), HttpStatus.UNAUTHORIZED, "with the audience");
        assertThat(show(with(claims -> claims.audience(List.of("grafana", "syncgate"))))
                        .isAuthenticated())
                .isTrue();
    }

    @Test
    void aTokenIsGoodFromItsBeginningToItsEndWithAMinuteForTheClocks() {
        assertRefused(with(claims -> claims.expirationTime(in(-61))), HttpStatus.UNAUTHORIZED, "has expired");
        assertThat(show(with(claims -> claims.expirationTime(in(-58)))).isAuthenticated())
                .isTrue();
        assertRefused(with(claims -> claims.notBeforeTime(in(63))), HttpStatus.UNAUTHORIZED, "not good yet");
        assertThat(show(with(claims -> claims.notBeforeTime(in(58)))).isAuthenticated())
                .isTrue();
        assertRefused(with(claims -> claims.expirationTime(null)), HttpStatus.UNAUTHORIZED, "no end");
    }

    @Test
    void aTokenOfAnUnknownClientIsRefusedWithWhatToConfigure() {
        assertRefused(
                ISSUER.token("stranger"),
                HttpStatus.FORBIDDEN,
                "does not know the client stranger: name it, and who answers for it, under syncgate.machines.clients");
    }

    @Test
    void theClientIsReadFromTheConfiguredClaimAlone() {
        assertRefused(
                with(claims -> claims.claim("azp", null).subject("ci").claim("client_id", "ci")),
                HttpStatus.FORBIDDEN,
                "no claim azp, which syncgate.machines.client-id-claim names");
        assertRefused(with(claims -> claims.claim("azp", List.of("ci"))), HttpStatus.FORBIDDEN, "no claim azp");
        MachineTokens bySubject = tokens(new MachineProperties(
                ISSUER.uri(),
                "syncgate",
                "sub",
                Duration.ofDays(30),
                List.of(new Client("service-account-ci", "dora", List.of()))));
        assertThat(((Machine) bySubject
                                .authenticate(new BearerTokenAuthenticationToken(ISSUER.token("ci")))
                                .getPrincipal())
                        .clientId())
                .isEqualTo("service-account-ci");
    }

    @Test
    void withoutTheIssuersKeysNoTokenIsGoodUntilItAnswersAgain() {
        TestIssuer gone = TestIssuer.start(CLOCK);
        String token = gone.token("ci");
        int port = gone.port();
        gone.close();
        MachineTokens waiting = tokens(gone.uri());
        assertRefused(waiting, token, HttpStatus.SERVICE_UNAVAILABLE, "cannot be asked for its keys at the moment");

        try (TestIssuer back = TestIssuer.start(port, CLOCK)) {
            assertRefused(waiting, token, HttpStatus.SERVICE_UNAVAILABLE, "cannot be asked");
            assertThat(back.discoveries()).as("asked again at once").isZero();
            CLOCK.passes(Duration.ofSeconds(11));
            assertThat(show(waiting, back.token("ci")).isAuthenticated()).isTrue();
        }
    }

    @Test
    void whileOneCallWaitsForTheIssuersKeysTheOthersAreRefusedAndDoNotWaitToo() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try (TestIssuer silent = TestIssuer.start(CLOCK);
                TestIssuer.Held held = silent.holdKeys()) {
            MachineTokens reading = tokens(silent.uri());
            String token = silent.token("ci");
            List<Future<HttpStatus>> calls = IntStream.range(0, 4)
                    .mapToObj(number -> clients.submit(() -> refusal(reading, token)))
                    .toList();

            // the one that asks is cut off after five seconds
            await().atMost(Duration.ofSeconds(3))
                    .until(() -> calls.stream().filter(Future::isDone).count() == 3);
            for (Future<HttpStatus> call : calls.stream().filter(Future::isDone).toList()) {
                assertThat(call.get()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static HttpStatus refusal(MachineTokens tokens, String token) {
        try {
            show(tokens, token);
            return HttpStatus.OK;
        } catch (TokenRefused refused) {
            return refused.status();
        }
    }

    @Test
    void aDiscoveryDocumentAboutSomebodyElseIsNotBelieved() {
        assertRefused(
                tokens(ISSUER.uri() + "/"),
                with(claims -> claims.issuer(ISSUER.uri() + "/")),
                HttpStatus.SERVICE_UNAVAILABLE,
                "cannot be asked for its keys");
    }

    @Test
    void tokensOfUnknownKeysDoNotMakeSyncgateAskTheIssuerAgainAndAgain() {
        try (TestIssuer issuer = TestIssuer.start(CLOCK)) {
            MachineTokens reading = tokens(issuer.uri());
            show(reading, issuer.token("ci"));

            IntStream.range(0, 20)
                    .forEach(number -> assertThatThrownBy(
                                    () -> show(reading, issuer.ofAnUnknownKey("ci", "key-" + number)))
                            .isInstanceOf(TokenRefused.class));

            assertThat(issuer.looksAtKeys()).isLessThanOrEqualTo(3);
            assertThat(show(reading, issuer.token("ci")).isAuthenticated()).isTrue();
        }
    }

    private Authentication show(String token) {
        return show(tokens, token);
    }

    private static Authentication show(MachineTokens tokens, String token) {
        return tokens.authenticate(new BearerTokenAuthenticationToken(token));
    }

    private void assertRefused(String token, HttpStatus status, String words) {
        assertRefused(tokens, token, status, words);
    }

    private static void assertRefused(MachineTokens tokens, String token, HttpStatus status, String words) {
        TokenRefused refused = catchThrowableOfType(TokenRefused.class, () -> show(tokens, token));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused).hasMessageContaining(words).hasMessageEndingWith(".");
        assertThat(refused.status()).isEqualTo(status);
    }

    private static String with(Consumer<JWTClaimsSet.Builder> change) {
        return ISSUER.token("ci", change);
    }

    private static Date in(int seconds) {
        return Date.from(CLOCK.instant().plusSeconds(seconds));
    }

    private static List<String> scopes(Authentication machine) {
        return machine.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    private static MachineTokens tokens(String issuer) {
        return tokens(new MachineProperties(
                issuer, "syncgate", "azp", Duration.ofDays(30), List.of(new Client("ci", "dora", List.of()))));
    }

    private static MachineTokens tokens(MachineProperties properties) {
        return new MachineTokens(new Machines(properties), new TokenIssuer(properties, CLOCK), properties);
    }
}
