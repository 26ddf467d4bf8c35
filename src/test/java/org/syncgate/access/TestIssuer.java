package org.syncgate.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Issues tokens to machines, good ones and others, and publishes its key over HTTP as OpenID providers do. */
public final class TestIssuer implements AutoCloseable {

    private static final RSAKey KEY = TestKeys.named("published");

    /** Goes by the published one's id. */
    private static final RSAKey FOREIGN =
            new RSAKey.Builder(TestKeys.named("foreign")).keyID(KEY.getKeyID()).build();

    /** Shorter than a token is good for. */
    private static final Duration GOOD = Duration.ofMinutes(1);

    private final HttpServer server;
    private final Clock clock;
    private final AtomicInteger looksAtKeys = new AtomicInteger();
    private final AtomicInteger discoveries = new AtomicInteger();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private volatile CountDownLatch held = new CountDownLatch(0);

    private TestIssuer(int port, Clock clock) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.clock = clock;
        answer(
                "/.well-known/openid-configuration",
                discoveries,
                () -> "{\"issuer\":\"" + uri() + "\",\"jwks_uri\":\"" + uri() + "/keys\"}");
        answer("/keys", looksAtKeys, () -> {
            awaitRelease();
            return new JWKSet(KEY.toPublicJWK()).toString();
        });
        server.createContext("/token", this::grant);
        server.start();
    }

    /** On a port of its own. */
    public static TestIssuer start(Clock clock) {
        return new TestIssuer(0, clock);
    }

    /** On a certain port. */
    static TestIssuer start(int port, Clock clock) {
        return new TestIssuer(port, clock);
    }

    public String uri() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Whoever asks for keys from now on gets no answer until this is closed. */
    Held holdKeys() {
        CountDownLatch until = new CountDownLatch(1);
        held = until;
        return until::countDown;
    }

    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    private void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    int looksAtKeys() {
        return looksAtKeys.get();
    }

    int discoveries() {
        return discoveries.get();
    }

    /** A good token of this client, with both scopes; the same as a moment ago, as clients keep theirs. */
    public String token(String client) {
        Instant now = clock.instant();
        return issued.compute(client, (key, last) -> last != null && last.isGood(now) ? last : issue(client, now))
                .token();
    }

    private Issued issue(String client, Instant now) {
        return new Issued(token(client, claims -> {}), now);
    }

    private record Issued(String token, Instant at) {

        boolean isGood(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(GOOD));
        }
    }

    /** A token that differs from a good one in some claims. */
    public String token(String client, Consumer<JWTClaimsSet.Builder> change) {
        return signed(KEY, JOSEObjectType.JWT, claims(client, change));
    }

    /** Of the type that RFC 9068 wants. */
    String accessToken(String client) {
        return signed(KEY, new JOSEObjectType("at+jwt"), claims(client, claims -> {}));
    }

    /** Another key's, under the name of the published one. */
    public String forged(String client) {
        return signed(FOREIGN, JOSEObjectType.JWT, claims(client, claims -> {}));
    }

    /** Another key's, which brings that key along. */
    public String selfMade(String client) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(FOREIGN.getKeyID())
                        .jwk(FOREIGN.toPublicJWK())
                        .build(),
                () -> new RSASSASigner(FOREIGN),
                claims(client, claims -> {}));
    }

    /** Of a key that is not published. */
    public String ofAnUnknownKey(String client, String name) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(name).build(),
                () -> new RSASSASigner(FOREIGN),
                claims(client, claims -> {}));
    }

    /** With {@code alg: none}. */
    public String unsigned(String client) {
        return new PlainJWT(claims(client, claims -> {})).serialize();
    }

    /** Signed with the public key as if that were a shared secret. */
    public String confused(String client) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build(),
                () -> new MACSigner(KEY.toRSAPublicKey().getEncoded()),
                claims(client, claims -> {}));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private JWTClaimsSet claims(String client, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject("service-account-" + client)
                .audience("syncgate")
                .claim("azp", client)
                .claim("scope", "syncgate:request syncgate:read")
                .issueTime(Date.from(clock.instant().minus(Duration.ofMinutes(10))))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))));
        change.accept(claims);
        return claims.build();
    }

    private static String signed(RSAKey key, JOSEObjectType type, JWTClaimsSet claims) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(type)
                        .keyID(key.getKeyID())
                        .build(),
                () -> new RSASSASigner(key),
                claims);
    }

    private interface Signer {
        JWSSigner make() throws JOSEException;
    }

    private static String sign(JWSHeader header, Signer signer, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer.make());
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(String path, AtomicInteger count, Supplier<String> json) {
        server.createContext(path, exchange -> {
            count.incrementAndGet();
            send(exchange, json.get());
        });
    }

    /** To whoever asks as a client, whatever the secret. */
    private void grant(HttpExchange exchange) throws IOException {
        String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String client = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2)[0];
        send(exchange, "{\"access_token\":\"" + token(client) + "\",\"token_type\":\"Bearer\"}");
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
