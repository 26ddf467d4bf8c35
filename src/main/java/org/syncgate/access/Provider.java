package org.syncgate.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.web.client.RestOperations;

/**
 * The OpenID provider, found by its issuer URI. It is asked for its addresses when somebody signs in and not at the start:
 * while it does not answer nobody gets in and Syncgate does everything else, and once it answers all is well. What it
 * said counts for a minute, so that who signs in while it is down reads a sentence instead of their browser's error.
 */
class Provider implements ClientRegistrationRepository {

    /** The only registration there is. */
    static final String ID = "syncgate";

    /** Where the provider sends people back to. */
    static final String RETURN = "/login/oauth2/code/" + ID;

    private static final Duration COUNTS = Duration.ofMinutes(1);

    private final SignInProperties properties;
    private final Site site;
    private final Discovery<ClientRegistration> discovery;

    Provider(SignInProperties properties, Site site, RestOperations http, Clock clock) {
        this.properties = properties;
        this.site = site;
        this.discovery = new Discovery<>(
                new Discovery.Issuer(properties.issuerUri(), SignInProperties.PREFIX + ".issuer-uri", COUNTS),
                http,
                this::registration,
                clock);
    }

    /** @throws AuthenticationServiceException where it does not answer, or not as itself */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return ID.equals(registrationId) ? discovery.now() : null;
    }

    /** As it said it last, without asking it again; empty before the first sign-in. */
    Optional<ClientRegistration> lastKnown() {
        return discovery.lastKnown();
    }

    /** Where it ends its own session, as it said last; empty where it has no such thing. */
    Optional<String> endSession() {
        return lastKnown()
                .map(known ->
                        known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(String::valueOf);
    }

    /** The algorithms that it says it signs with: asymmetric ones alone, and RS256 where it says nothing. */
    static Set<SignatureAlgorithm> algorithms(ClientRegistration registration) {
        Object said = registration
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("id_token_signing_alg_values_supported");
        Stream<?> names = said instanceof Collection<?> several ? several.stream() : Stream.of();
        Set<SignatureAlgorithm> known = names.map(name -> SignatureAlgorithm.from(String.valueOf(name)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return known.isEmpty() ? Set.of(SignatureAlgorithm.RS256) : known;
    }

    private ClientRegistration registration(Map<String, Object> document) {
        return ClientRegistrations.fromOidcConfiguration(document)
                .registrationId(ID)
                .clientName("Syncgate")
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .scope(properties.scopes())
                .redirectUri(site.page(RETURN))
                .userNameAttributeName("sub")
                // a stolen code is of no use without what Syncgate alone knows
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
