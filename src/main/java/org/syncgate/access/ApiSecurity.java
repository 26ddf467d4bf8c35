package org.syncgate.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * The chain that guards what machines call. A token counts here and nowhere else, and nothing else counts here: no
 * session, no cookie, no password. So there is nothing that a foreign page could make a browser send along, and no CSRF
 * token is asked for.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    /** Lets a machine ask for deployments. */
    static final String REQUEST = "syncgate:request";

    /** Lets a machine look at what it has asked for. */
    static final String READ = "syncgate:read";

    private static final String REQUESTS = "/api/v1/requests";
    private static final String DESCRIPTION = "/api/v1/openapi.json";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Machines machines, MachineTokens tokens, ApiRefusals refusals)
            throws Exception {
        AuthenticationManager manager = tokens::authenticate;
        http.securityMatcher(Problems.CALLS)
                .authenticationManager(manager)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        if (machines.areOff()) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                    .build();
        }
        return http.oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> manager)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests
                        // the answer to a call that was let in, once it has waited
                        .dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(WebappCalls.path(HttpMethod.GET, DESCRIPTION))
                        .permitAll()
                        .requestMatchers(WebappCalls.post(REQUESTS))
                        .hasAuthority(MachineAuthentication.authority(REQUEST))
                        .requestMatchers(WebappCalls.any(REQUESTS + "/**"))
                        .hasAuthority(MachineAuthentication.authority(READ))
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** What is no proper URL is refused before any chain; a machine is told so in its own way. */
    @Bean
    RequestRejectedHandler rejectedRequests(Problems problems) {
        RequestRejectedHandler others = new HttpStatusRequestRejectedHandler();
        return (request, response, rejected) -> {
            if (problems.areFor(request)) {
                problems.write(response, HttpStatus.BAD_REQUEST, "The request's address or headers cannot be read.");
            } else {
                others.handle(request, response, rejected);
            }
        };
    }

    /** Which scope the call needs. */
    static String scope(HttpServletRequest request) {
        return WebappCalls.post(REQUESTS).matches(request) ? REQUEST : READ;
    }
}
