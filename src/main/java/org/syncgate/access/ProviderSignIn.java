package org.syncgate.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestOperations;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Sign-in with an OpenID provider, for every place but one's own machine. */
@Component
@Profile("!" + FormSignIn.PROFILE)
@ConditionalOnProperty(SignInProperties.PREFIX + ".issuer-uri")
class ProviderSignIn implements SignIn {

    private final SignInProperties properties;
    private final Site site;
    private final JdbcPeople people;
    private final Clock clock;
    private final RestOperations http = ProviderHttp.plain();
    private final Provider provider;

    ProviderSignIn(SignInProperties properties, Site site, JdbcPeople people, Clock clock) {
        this.properties = properties;
        this.site = site;
        this.people = people;
        this.clock = clock;
        this.provider = new Provider(properties, site, http, clock);
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        SignInFailures failures = new SignInFailures();
        http.oauth2Login(login -> login.loginPage(SignInPage.PATH)
                        .defaultSuccessUrl(WebappCalls.TASKLIST)
                        .failureHandler(failures)
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(new NoTokens())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestRepository(new OpenQuestions()))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(ProviderHttp.tokens()))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(
                                new ProviderUsers(ProviderHttp.users(), new ProviderClaims(properties), people, clock)))
                        .withObjectPostProcessor(new Parts(failures, new IdTokens(this.http))))
                .addFilterBefore(
                        new SignInAge(properties.groupsValidFor(), clock), AnonymousAuthenticationFilter.class);
    }

    @Override
    public PersonalDetails details(Authentication authentication) {
        return authentication.getPrincipal() instanceof ProviderUser user
                ? user.details()
                : new PersonalDetails(authentication.getName(), Optional.empty());
    }

    /** The provider's own sign-out; none where it has no such thing. */
    @Override
    public Optional<String> signOutElsewhere(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
            return Optional.empty();
        }
        return provider.endSession()
                .map(endpoint -> UriComponentsBuilder.fromUriString(endpoint)
                        .queryParam("id_token_hint", user.getIdToken().getTokenValue())
                        .queryParam("client_id", encoded(properties.clientId()))
                        .queryParam("post_logout_redirect_uri", encoded(site.page(SignInPage.PATH + "?logout")))
                        .build(true)
                        .toUriString());
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    /** Reaches those parts of the login that its configuration has no word for. */
    private record Parts(SignInFailures failures, IdTokens idTokens) implements ObjectPostProcessor<Object> {

        @Override
        public <O> O postProcess(O part) {
            if (part instanceof OAuth2AuthorizationRequestRedirectFilter filter) {
                filter.setAuthenticationFailureHandler(failures);
            } else if (part instanceof OidcAuthorizationCodeAuthenticationProvider reader) {
                reader.setJwtDecoderFactory(idTokens);
            }
            return part;
        }
    }

    /** Who somebody is is all that Syncgate wants: what it could do in their name is not kept. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("NullAway")
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String clientRegistrationId, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String clientRegistrationId,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
