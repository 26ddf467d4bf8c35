package org.syncgate.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a body as far as one of ours can be long, and no further; of the webapps' calls it has to be a JSON object that
 * the engine can take. What passes here is small, so it is kept in memory for whoever reads it next.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class BodyLimits extends OncePerRequestFilter {

    /** The longest form has a few texts of 2,000 characters. */
    static final int MOST_BYTES = 256 * 1024;

    private final CallAnswers answers;
    private final Problems problems;
    private final JsonBodies bodies = new JsonBodies();

    BodyLimits(CallAnswers answers, Problems problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (String.valueOf(request.getQueryString()).contains("%00")) {
            answers.refuse(
                    request, response, HttpStatus.BAD_REQUEST, "There is a character in it that cannot be stored.");
        } else if (request.getContentLengthLong() > MOST_BYTES) {
            refuseAsTooLong(request, response);
        } else if (isForm(request)) {
            // the server reads it for itself, and counts only what is announced
            if (chunked) {
                answers.refuse(request, response, HttpStatus.LENGTH_REQUIRED, "Say how long the form is.");
            } else {
                chain.doFilter(request, response);
            }
        } else if (chunked || CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)) {
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                refuseAsTooLong(request, response);
            } else {
                passOn(request, response, chain, body);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] body)
            throws ServletException, IOException {
        Optional<JsonBodies.Fault> fault =
                WebappCalls.API.matches(request) ? bodies.fault(request, body) : Optional.empty();
        if (fault.isPresent()) {
            answers.refuse(request, response, fault.get().status(), fault.get().sentence());
        } else {
            chain.doFilter(new ReadBody(request, body), response);
        }
    }

    private void refuseAsTooLong(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.refuse(
                request,
                response,
                HttpStatus.PAYLOAD_TOO_LARGE,
                "This is too long: Syncgate takes " + MOST_BYTES / 1024 + " KiB at once.");
    }

    /** Calls take no forms, whatever they call their body. */
    private boolean isForm(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && !WebappCalls.API.matches(request)
                && !problems.areFor(request);
    }
}
