package org.syncgate.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.syncgate.demo.FreePort;

/**
 * A real OpenID provider on a port of its own: a Spring application apart, that knows whom and what a test tells it. People
 * sign in there by form with their id as password; programs get tokens by client credentials.
 */
public final class AuthorizationServer implements AutoCloseable {

    private static final RSAKey KEY = TestKeys.named("provider");

    private final Known known =
            new Known(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    private final int port = FreePort.next();

    private Optional<ConfigurableApplicationContext> running = Optional.empty();

    /** One that does not answer yet; its issuer stays the same however often it is started. */
    public AuthorizationServer() {}

    public static AuthorizationServer started() {
        AuthorizationServer server = new AuthorizationServer();
        server.start();
        return server;
    }

    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it; who was signed in there is so no more. */
    public void start() {
        running = Optional.of(new SpringApplicationBuilder(Server.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("known", known))
                .properties(
                        // what is Syncgate's on the classpath is not its own
                        "spring.config.name=authorization-server",
                        "spring.main.banner-mode=off",
                        "spring.main.log-startup-info=false",
                        "spring.jmx.enabled=false",
                        "server.address=127.0.0.1",
                        "server.servlet.session.cookie.name=PROVIDER",
                        "server.port=" + port)
                .run());
    }

    /** It answers nobody until it is started again. */
    public void stop() {
        running.ifPresent(ConfigurableApplicationContext::close);
        running = Optional.empty();
    }

    @Override
    public void close() {
        stop();
    }

    /** Somebody with this id and password, whose ID tokens say this besides; again: says it from now on. */
    public AuthorizationServer person(String id, Map<String, Object> claims) {
        known.people.put(id, claims);
        return this;
    }

    /** What the userinfo endpoint says of somebody besides what their ID token does. */
    public AuthorizationServer userInfo(String id, Map<String, Object> claims) {
        known.userInfo.put(id, claims);
        return this;
    }

    /** An application that people sign in to. */
    public AuthorizationServer application(String id, String secret, String redirectTo, String afterLogout) {
        return add(client(id, secret)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirectTo)
                .postLogoutRedirectUri(afterLogout)
                .scopes(scopes -> scopes.addAll(Set.of("openid", "profile", "email", "groups")))
                .build());
    }

    /** A program that has a name and a secret of its own; its access tokens say this besides. */
    public AuthorizationServer program(String id, String secret, Set<String> scopes, Map<String, Object> claims) {
        known.people.put(id, claims);
        return add(client(id, secret)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes))
                .build());
    }

    private static RegisteredClient.Builder client(String id, String secret) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secret)
                .clientSettings(ClientSettings.builder().requireProofKey(false).build())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    private AuthorizationServer add(RegisteredClient client) {
        known.clients.put(client.getClientId(), client);
        return this;
    }

    /** Whom and what it knows, across starts. */
    record Known(
            Map<String, Map<String, Object>> people,
            Map<String, Map<String, Object>> userInfo,
            Map<String, RegisteredClient> clients)
            implements RegisteredClientRepository {

        @Override
        public void save(RegisteredClient client) {
            clients.put(client.getId(), client);
        }

        @Override
        public @Nullable RegisteredClient findById(String id) {
            return clients.get(id);
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String id) {
            return clients.get(id);
        }
    }

    /** No {@code @Configuration}, which Syncgate's component scan would find. */
    @EnableWebSecurity
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Server {

        @Bean
        SecurityFilterChain everything(HttpSecurity http, Known known) throws Exception {
            OAuth2AuthorizationServerConfigurer provider = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.with(
                            provider,
                            configurer -> configurer.oidc(oidc ->
                                    oidc.userInfoEndpoint(endpoint -> endpoint.userInfoMapper(context -> {
                                        Map<String, Object> claims = new LinkedHashMap<>(known.userInfo.getOrDefault(
                                                context.getAuthorization().getPrincipalName(), Map.of()));
                                        claims.put(
                                                "sub",
                                                context.getAuthorization().getPrincipalName());
                                        return new OidcUserInfo(claims);
                                    }))))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(csrf -> csrf.ignoringRequestMatchers(provider.getEndpointsMatcher()))
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users(Known known) {
            return id -> {
                if (!known.people.containsKey(id)) {
                    throw new UsernameNotFoundException(id);
                }
                return new User(id, id, List.of());
            };
        }

        /** To hash a secret takes longer than all else that is done here. */
        @Bean
        PasswordEncoder secretsAsTheyAre() {
            return new PasswordEncoder() {

                @Override
                public String encode(CharSequence secret) {
                    return secret.toString();
                }

                @Override
                public boolean matches(CharSequence secret, String known) {
                    return known.contentEquals(secret);
                }
            };
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(Known known) {
            return context -> {
                boolean idToken = "id_token".equals(context.getTokenType().getValue());
                boolean programs =
                        AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
                if (idToken || programs) {
                    known.people
                            .getOrDefault(context.getPrincipal().getName(), Map.of())
                            .forEach(context.getClaims()::claim);
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(KEY));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
