package org.syncgate.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page of the webapps a nonce of its own. The webapps keep it, between the Content-Security-Policy that they
 * send and the page that they write, in the servlet context, which all requests share: the next request replaces it, the
 * browser blocks the page's scripts, and the person sees an empty page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageNonce extends OncePerRequestFilter {

    private static final RequestMatcher PAGES = WebappCalls.any("/camunda/app/**");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGES.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ServletContext own = new OwnNonce(request.getServletContext()).context();
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return own;
                    }
                },
                response);
    }

    /** The servlet context as one request sees it. */
    private static final class OwnNonce {

        private static final String NONCE = "org.camunda.bpm.csp.nonce";

        private final ServletContext shared;
        private @Nullable Object nonce;

        OwnNonce(ServletContext shared) {
            this.shared = shared;
        }

        ServletContext context() {
            return (ServletContext) Proxy.newProxyInstance(
                    ServletContext.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (proxy, method, arguments) -> call(method, arguments));
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            if (arguments != null && NONCE.equals(arguments[0])) {
                if (method.getName().equals("setAttribute")) {
                    nonce = arguments[1];
                    return null;
                } else if (method.getName().equals("getAttribute")) {
                    return nonce;
                }
            }
            try {
                return method.invoke(shared, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
