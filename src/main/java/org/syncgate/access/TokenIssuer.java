package org.syncgate.access;

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
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Who issues the machines' tokens. It is asked for its keys when the first token comes, so that Syncgate starts without
 * it; as long as it cannot be asked, no token is good (S7). However many tokens come, it is asked a few times a minute at
 * most, and one call at a time waits for it: strangers can send tokens, too.
 */
@Component
class TokenIssuer {

    /** How long it counts where the keys are. */
    private static final Duration COUNTS = Duration.ofHours(1);

    private static final Duration KEYS_COUNT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS_AT_KEYS = Duration.ofSeconds(30);

    /** How long a call waits for the keys that another one fetches. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final int LARGEST_KEYS = 512 * 1024;

    private final String issuer;
    private final TokenChecks checks;
    private final Discovery<JwtDecoder> discovery;

    TokenIssuer(MachineProperties properties, Clock clock) {
        this.issuer = properties.issuerUri();
        this.checks = new TokenChecks(properties, clock);
        this.discovery = new Discovery<>(
                new Discovery.Issuer(issuer, MachineProperties.ISSUER_URI, COUNTS),
                ProviderHttp.plain(),
                document -> decoder(keys(document)),
                clock);
    }

    /**
     * Reads tokens with the issuer's keys.
     *
     * @throws TokenRefused if the issuer cannot be asked for them
     */
    JwtDecoder decoder() {
        try {
            return discovery.now();
        } catch (AuthenticationServiceException noAnswer) {
            throw unreachable();
        }
    }

    /** What to say while it cannot be asked. */
    TokenRefused unreachable() {
        return TokenRefused.unknown("The issuer of the token, " + issuer
                + ", cannot be asked for its keys at the moment, so no token is taken. Try again in a minute.");
    }

    private static URL keys(Map<String, Object> document) {
        String address = Optional.ofNullable(document.get("jwks_uri"))
                .map(String::valueOf)
                .orElseThrow(() -> new IllegalArgumentException("it does not tell where its keys are"));
        try {
            return URI.create(address).toURL();
        } catch (MalformedURLException noAddress) {
            throw new IllegalArgumentException(noAddress);
        }
    }

    /** Only what a public key verifies: a token that is signed with a shared secret, or not at all, is no token. */
    private JwtDecoder decoder(URL keys) {
        int patience = (int) ProviderHttp.PATIENCE.toMillis();
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                        keys, new DefaultResourceRetriever(patience, patience, LARGEST_KEYS))
                .cache(KEYS_COUNT.toMillis(), GRACE.toMillis())
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
