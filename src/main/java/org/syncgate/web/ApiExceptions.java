package org.syncgate.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.syncgate.access.Problems;

/**
 * Answers everything that goes wrong under {@code /api} as a problem with a sentence, also what finds no handler, and
 * leaves the pages to themselves. An advice would know the path too late: without a handler it speaks for the pages as
 * well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiExceptions implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptions.class);

    private final Problems problems;

    ApiExceptions(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!problems.areFor(request)) {
            return null;
        }
        if (failure instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            // the client has gone
            return new ModelAndView();
        }
        try {
            answer(request, response, failure);
        } catch (IOException e) {
            LOG.debug("The client has gone: {}", e.toString());
        }
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        if (failure instanceof Refusal refusal) {
            refusal.retryAfter()
                    .ifPresent(time -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds())));
            problems.write(response, refusal.status(), refusal.sentence());
        } else if (failure instanceof ErrorResponse known
                && known.getStatusCode().is4xxClientError()) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            problems.write(response, known.getStatusCode(), sentence(known.getStatusCode()));
        } else {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            problems.write(
                    response,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "Something failed in Syncgate, and its log says what. Send the same again, with the same"
                            + " Idempotency-Key.");
        }
    }

    private static String sentence(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "There is nothing at this address: /api/v1/openapi.json tells what there is.";
            case 405 -> "This address does not take the method; the header Allow names those that it takes.";
            case 406 -> "Answers are in application/json, and problems in application/problem+json.";
            default -> "The call cannot be read: /api/v1/openapi.json tells what it has to be.";
        };
    }
}
