package org.syncgate.access;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes whoever is signed in with Spring the engine's user, for the webapps and their calls. */
@Configuration(proxyBeanMethods = false)
class EngineSignIn {

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> engineAuthenticationFilter(CurrentUser currentUser) {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new SpringUserFilter(currentUser));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        // behind Spring Security's chain, before the webapps' own filters
        filter.setOrder(0);
        return filter;
    }

    /** The engine would make its provider by class name, without a way to hand it anything. */
    private static final class SpringUserFilter extends ContainerBasedAuthenticationFilter {

        SpringUserFilter(CurrentUser currentUser) {
            this.authenticationProvider = new SpringUser(currentUser);
        }

        @Override
        public void init(FilterConfig filterConfig) {}
    }

    private record SpringUser(CurrentUser currentUser) implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            return currentUser.find().map(SpringUser::engineUser).orElseGet(AuthenticationResult::unsuccessful);
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {}

        private static AuthenticationResult engineUser(Person person) {
            AuthenticationResult result = AuthenticationResult.successful(person.id());
            result.setGroups(List.copyOf(person.groups()));
            result.setTenants(List.of());
            return result;
        }
    }
}
