package org.syncgate.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Who issues the machines' tokens. It is asked for its keys when the first token comes, so that Syncgate starts without
 * it; as long as it cannot be asked, no token is good (S7). However many tokens come, it is asked a few times a minute at
 * most: strangers can send tokens, too.
 */
@Component
class TokenIssuer {

    private static final Logger LOG = LoggerFactory.getLogger(TokenIssuer.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS_AT_KEYS = Duration.ofSeconds(30);
    private static final int LARGEST_KEYS = 512 * 1024;

    private final String issuer;
    private final TokenChecks checks;
    private final Clock clock;
    private Optional<JwtDecoder> decoder = Optional.empty();
    private Instant notBefore = Instant.MIN;

    TokenIssuer(MachineProperties properties, Clock clock) {
        this.issuer = properties.issuerUri();
        this.checks = new TokenChecks(properties, clock);
        this.clock = clock;
    }

    /**
     * Reads tokens with the issuer's keys.
     *
     * @throws TokenRefused if the issuer cannot be asked for them
     */
    synchronized JwtDecoder decoder() {
        if (decoder.isEmpty()) {
            decoder = Optional.of(decoder(keys()));
        }
        return decoder.orElseThrow();
    }

    /** What to say while it cannot be asked. */
    TokenRefused unreachable() {
        return TokenRefused.unknown("The issuer of the token, " + issuer
                + ", cannot be asked for its keys at the moment, so no token is taken. Try again in a minute.");
    }

    private URL keys() {
        if (clock.instant().isBefore(notBefore)) {
            throw unreachable();
        }
        try {
            return discover();
        } catch (RestClientException | IllegalArgumentException | MalformedURLException e) {
            LOG.warn("{} {} does not tell where its keys are: {}", MachineProperties.ISSUER_URI, issuer, e.toString());
            notBefore = clock.instant().plus(PAUSE);
            throw unreachable();
        }
    }

    /** As OpenID Connect Discovery has it: a document that names another issuer is somebody else's. */
    private URL discover() throws MalformedURLException {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(PATIENCE);
        http.setReadTimeout(PATIENCE);
        JsonNode document = RestClient.builder()
                .requestFactory(http)
                .build()
                .get()
                .uri(URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"))
                .retrieve()
                .body(JsonNode.class);
        if (document == null || !issuer.equals(document.path("issuer").asText())) {
            throw new IllegalArgumentException("its discovery document is about another issuer");
        }
        URI keys = URI.create(document.path("jwks_uri").asText());
        if (!URI.create(issuer).getScheme().equals(keys.getScheme())) {
            throw new IllegalArgumentException("its keys are to be fetched in another way than its discovery document");
        }
        return keys.toURL();
    }

    /** Only what a public key verifies: a token that is signed with a shared secret, or not at all, is no token. */
    private JwtDecoder decoder(URL keys) {
        int patience = (int) PATIENCE.toMillis();
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                        keys, new DefaultResourceRetriever(patience, patience, LARGEST_KEYS))
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_LOOKS_AT_KEYS.toMillis())
                .build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, source));
        // the clock bean tells the time, not Nimbus
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder reader = new NimbusJwtDecoder(processor);
        reader.setJwtValidator(checks);
        return reader;
    }
}
