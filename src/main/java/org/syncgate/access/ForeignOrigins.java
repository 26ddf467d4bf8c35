package org.syncgate.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site sends in the name of whoever looks at it. Every browser says by itself where a
 * request comes from, by {@code Sec-Fetch-Site} or at least by {@code Origin}; what is no browser says neither, and
 * brings no cookies that somebody else signed in with. What only reads may come from anywhere: links are followed.
 */
@Component
@Order(ForeignOrigins.ORDER)
class ForeignOrigins extends OncePerRequestFilter {

    /** Behind what makes the client's address and host of forwarded headers. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<Integer> DEFAULT_PORTS = Set.of(80, 443);

    private final CallAnswers answers;

    ForeignOrigins(CallAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            answers.refuse(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "This was sent by a page of another site. Do it in Syncgate itself.");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !hosts(request).contains(authority(origin));
    }

    /** A proxy may speak plain HTTP to us, so that the scheme says nothing. */
    private static String authority(String origin) {
        try {
            return String.valueOf(new URI(origin).getRawAuthority()).toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static Set<String> hosts(HttpServletRequest request) {
        String asked = String.valueOf(request.getHeader(HttpHeaders.HOST)).toLowerCase(Locale.ROOT);
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        // what a proxy was asked for, where forwarded headers are taken from it
        String forwarded =
                DEFAULT_PORTS.contains(request.getServerPort()) ? name : name + ":" + request.getServerPort();
        return asked.equals(forwarded) ? Set.of(asked) : Set.of(asked, forwarded);
    }
}
