package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.syncgate.demo.MovableClock;
import org.syncgate.model.Groups;

class ProviderTest {

    private HttpServer server;
    private String issuer = "";
    private volatile String metadata = "";
    private volatile int status = 200;
    private volatile int asked;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/observatory";
        metadata = metadata(issuer, "");
        server.createContext("/realms/observatory/.well-known/openid-configuration", exchange -> {
            asked++;
            byte[] body = metadata.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itsAddressesAreFoundByItsIssuer() {
        ClientRegistration found = find(provider(at(0)));

        assertThat(found.getProviderDetails().getAuthorizationUri()).isEqualTo(issuer + "/auth");
        assertThat(found.getRedirectUri()).isEqualTo("https://syncgate.example.org/login/oauth2/code/syncgate");
        assertThat(found.getScopes()).containsExactlyInAnyOrder("openid", "groups");
        assertThat(found.getClientSettings().isRequireProofKey()).isTrue();
    }

    @Test
    void nobodyElseIsKnown() {
        assertThat(provider(at(0)).findByRegistrationId("another")).isNull();
    }

    @Test
    void itIsNotAskedForEachPersonButOnceAMinute() {
        MovableClock clock = new MovableClock(Instant.EPOCH);
        Provider provider = provider(clock);
        find(provider);
        clock.passes(Duration.ofSeconds(60));
        find(provider);
        assertThat(asked).isEqualTo(1);

        clock.passes(Duration.ofSeconds(1));
        find(provider);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whoCallsItselfOtherwiseIsNotIt() {
        metadata = metadata("https://evil.example.org", "");

        assertRefused("calls itself https://evil.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "nonsense", "{\"issuer\": 7}"})
    void whatIsNoDiscoveryIsNoProvider(String body) {
        metadata = body;

        assertRefused(issuer);
    }

    @Test
    void aFaultOfTheProviderIsOneOfTheProviderAndItsEndIsTheEndOfIt() {
        MovableClock clock = new MovableClock(Instant.EPOCH);
        Provider provider = provider(clock);
        status = 500;
        assertThatThrownBy(() -> find(provider)).isInstanceOf(AuthenticationServiceException.class);
        assertThat(provider.lastKnown()).isEmpty();

        status = 200;
        clock.passes(Duration.ofSeconds(10));

        assertThat(find(provider)).isNotNull();
        assertThat(provider.lastKnown()).isPresent();
    }

    @Test
    void nobodyThereIsAFaultToo() {
        Provider provider = provider(at(0));
        server.stop(0);

        assertThatThrownBy(() -> find(provider))
                .isInstanceOf(AuthenticationServiceException.class)
                .hasMessageContaining("syncgate.sign-in.issuer-uri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"})
    void whereItIsSentToMustNotBeReadOnItsWay(String name) {
        metadata = metadata.replaceAll(",\\s*\"" + name + "\": \"[^\"]*\"", "")
                .replace("{", "{\"" + name + "\": \"http://id.example.org/x\", ");

        assertRefused("what is sent to its " + name + ", http://id.example.org/x, can be read on its way");
    }

    @Test
    void itsOwnSessionIsEndedWhereItSaysAndNowhereIfItSaysNothing() {
        Provider silent = provider(at(0));
        find(silent);
        metadata = metadata(issuer, ", \"end_session_endpoint\": \"https://id.example.org/out\"");
        Provider telling = provider(at(0));
        assertThat(telling.endSession()).isEmpty();
        find(telling);

        assertThat(silent.endSession()).isEmpty();
        assertThat(telling.endSession()).contains("https://id.example.org/out");
    }

    @Test
    void itsTokensAreReadByTheAlgorithmsThatItNamesAndNeverByASharedSecretOrNone() {
        assertThat(Provider.algorithms(find(provider(at(0))))).isEqualTo(Set.of(SignatureAlgorithm.RS256));
        metadata = metadata(
                issuer, ", \"id_token_signing_alg_values_supported\": [\"none\", \"HS256\", \"ES256\", \"PS256\"]");

        assertThat(Provider.algorithms(find(provider(at(0)))))
                .containsExactlyInAnyOrder(SignatureAlgorithm.ES256, SignatureAlgorithm.PS256);
    }

    private void assertRefused(String words) {
        assertThatThrownBy(() -> find(provider(at(0))))
                .isInstanceOf(AuthenticationServiceException.class)
                .hasMessageContaining(words);
    }

    private static ClientRegistration find(Provider provider) {
        ClientRegistration found = provider.findByRegistrationId(Provider.ID);
        if (found == null) {
            throw new AssertionError("Not known");
        }
        return found;
    }

    private Provider provider(Clock clock) {
        SignInProperties properties = new SignInProperties(
                issuer,
                "syncgate",
                "secret",
                List.of("groups"),
                "sub",
                "name",
                "email",
                "groups",
                Map.of(Groups.DEVELOPERS, List.of("devs")),
                Duration.ofHours(1));
        return new Provider(
                properties, new Site(URI.create("https://syncgate.example.org")), ProviderHttp.plain(), clock);
    }

    private static Clock at(long second) {
        return Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }

    private static String metadata(String issuer, String more) {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]%2$s}
                """.formatted(issuer, more);
    }
}
