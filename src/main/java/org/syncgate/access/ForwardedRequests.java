package org.syncgate.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Believes what a proxy says of a request (Forwarded, X-Forwarded-*) from the configured proxies alone. From anybody else
 * it is taken off, so that nothing behind reads it.
 */
@Configuration(proxyBeanMethods = false)
class ForwardedRequests {

    @Bean
    FilterRegistrationBean<Forwarded> forwardedFilter(ProxyProperties proxies) {
        FilterRegistrationBean<Forwarded> filter = new FilterRegistrationBean<>(new Forwarded(proxies));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    static final class Forwarded extends GenericFilterBean {

        private final ProxyProperties proxies;
        private final ForwardedHeaderFilter believing = new ForwardedHeaderFilter();
        private final ForwardedHeaderFilter removing = new ForwardedHeaderFilter();

        Forwarded(ProxyProperties proxies) {
            this.proxies = proxies;
            removing.setRemoveOnly(true);
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            (proxies.include(request.getRemoteAddr()) ? believing : removing).doFilter(request, response, chain);
        }
    }
}
