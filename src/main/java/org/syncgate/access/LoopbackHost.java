package org.syncgate.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * In profile {@code local} answers to names of this machine alone. To a browser a foreign site whose name leads to 127.0.0.1
 * is that site and no other, so that its scripts could read what Syncgate answers, under passwords that everybody knows.
 */
@Component
@Profile(FormSignIn.PROFILE)
@Order(LoopbackHost.AFTER_FORWARDED)
class LoopbackHost extends OncePerRequestFilter {

    /** A believed proxy tells which name the browser asked for. */
    static final int AFTER_FORWARDED = Ordered.HIGHEST_PRECEDENCE + 1;

    private static final String ELSEWHERE =
            "In profile local Syncgate answers on this machine alone: open it as http://localhost.\n";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (GuardedAddress.isThisMachine(request.getServerName())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(ELSEWHERE);
    }
}
