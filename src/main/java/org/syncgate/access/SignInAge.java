package org.syncgate.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session in which the provider's word is too old. The provider is then asked again: a page goes there and back,
 * without a question to whoever is still signed in there, and a call of a webapp is a 401, upon which the webapp does the
 * same. Whoever has been taken out of a group is out of it by then.
 */
class SignInAge extends OncePerRequestFilter {

    private final Duration counts;
    private final Clock clock;

    /** @param counts how long the provider's word counts */
    SignInAge(Duration counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof ProviderUser user
                && !clock.instant().isBefore(user.toldAt().plus(counts))) {
            EndedSession.end(request);
        }
        chain.doFilter(request, response);
    }
}
