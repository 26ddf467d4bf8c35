package org.syncgate.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Takes the engine's version out of the webapps' pages: their footer, and the addresses of their scripts, which bear it so
 * that browsers fetch those of another version anew. What stands there instead changes with it as well.
 */
@Component
class NoVersions extends OncePerRequestFilter {

    private static final RequestMatcher PAGES = WebappCalls.any("/camunda/app/**");

    private static final Pattern VERSION = Pattern.compile("(\\?bust=|version=\")(v?\\d+\\.\\d+[^\"]*)");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        String file = path.substring(path.lastIndexOf('/') + 1);
        // scripts are large, and none of them is changed
        return !PAGES.matches(request) || file.contains(".") && !file.endsWith(".html");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (String.valueOf(answer.getContentType()).startsWith(MediaType.TEXT_HTML_VALUE)) {
            String page = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            answer.resetBuffer();
            answer.getOutputStream()
                    .write(VERSION.matcher(page).replaceAll(NoVersions::other).getBytes(StandardCharsets.UTF_8));
        }
        answer.copyBodyToResponse();
    }

    private static String other(MatchResult found) {
        boolean isFooter = found.group(1).startsWith("version");
        return Matcher.quoteReplacement(found.group(1)
                + (isFooter ? "" : Integer.toHexString(found.group(2).hashCode())));
    }
}
