package org.syncgate.access;

import static org.syncgate.access.WebappCalls.any;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.syncgate.model.Groups;

/** The chain that guards the pages and the engine's webapps; the login method comes from {@link SignIn}. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /** What a page's script asks for: nobody would see where a redirect leads. */
    private static final RequestMatcher CALLS =
            new OrRequestMatcher(WebappCalls.API, any("/forms/**"), any("/requests/events"));

    @Bean
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn, CallAnswers answers) throws Exception {
        signIn.addTo(http);
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(any(SignInPage.PATH), any("/access/**"), any("/favicon.ico"))
                                .permitAll()
                                .requestMatchers(WebappCalls.closed())
                                .denyAll()
                                .requestMatchers(WebappCalls.administration())
                                .hasAuthority(SecurityContextUser.GROUP_PREFIX + Groups.SYNCGATE_ADMINS)
                                .requestMatchers(WebappCalls.cockpit())
                                .hasAnyAuthority(
                                        SecurityContextUser.GROUP_PREFIX + Groups.SYNCGATE_ADMINS,
                                        SecurityContextUser.GROUP_PREFIX + Groups.COORDINATORS)
                                .requestMatchers(WebappCalls.open())
                                .authenticated()
                                .requestMatchers(WebappCalls.reading())
                                .authenticated()
                                .requestMatchers(any("/camunda/**"))
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                // the webapps bring their own protection, with a cookie of the name that Spring's would have
                .csrf(csrf -> csrf.ignoringRequestMatchers(any("/camunda/**")))
                // a fresh session at sign-in: what the engine cached of its predecessor's groups must not live on
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(WebSecurity::answerCallsWith401)
                .exceptionHandling(handling -> handling.accessDeniedHandler(new PlainDenials(answers)))
                .headers(PageHeaders::addTo)
                .logout(logout -> endSession(logout, signIn))
                .build();
    }

    private static void answerCallsWith401(ExceptionHandlingConfigurer<HttpSecurity> handling) {
        handling.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), CALLS);
    }

    private static void endSession(LogoutConfigurer<HttpSecurity> logout, SignIn signIn) {
        logout.logoutRequestMatcher(new OrRequestMatcher(WebappCalls.post("/logout"), WebappCalls.LOGOUT))
                .logoutSuccessHandler(new SignOut(signIn))
                .permitAll();
    }

    /** After sign-in people go on to the page they wanted, never to a call that a page made. */
    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                request -> "GET".equals(request.getMethod()),
                request -> String.valueOf(request.getHeader("Accept")).contains("text/html"),
                new NegatedRequestMatcher(CALLS)));
        return cache;
    }
}
