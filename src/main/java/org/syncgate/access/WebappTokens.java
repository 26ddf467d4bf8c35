package org.syncgate.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks of each call of the webapps that is to change something for the token that its page was given. The webapps ask
 * for it themselves, but end the session of whoever sends a wrong one, and nobody asks before signing out: with that
 * a stranger's page could throw people out.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class WebappTokens extends OncePerRequestFilter {

    private final CallAnswers answers;

    WebappTokens(CallAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) || !WebappCalls.API.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isSignedIn(session) && !hasToken(request, session)) {
            answers.refuse(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "This page does not belong to your session any more. Load it again.");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isSignedIn(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static boolean hasToken(HttpServletRequest request, HttpSession session) {
        return session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token
                && MessageDigest.isEqual(bytes(token), bytes(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME)));
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
