package org.syncgate.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Says no to a request: to a call of the webapps as the engine says it, so that they show the sentence, to a machine by a
 * problem, and to anybody else on the page for errors.
 */
@Component
class CallAnswers {

    private final ObjectMapper json;
    private final Problems problems;

    CallAnswers(ObjectMapper json, Problems problems) {
        this.json = json;
        this.problems = problems;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String sentence)
            throws IOException {
        if (problems.areFor(request)) {
            problems.write(response, status, sentence);
            return;
        }
        if (!WebappCalls.API.matches(request)) {
            response.sendError(status.value());
            return;
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Map.of("type", type(status.value()), "message", sentence));
    }

    /** Under which type the webapps show the sentence: that of a 403 under this one alone, and they know no other. */
    static String type(int status) {
        return status == HttpStatus.FORBIDDEN.value() ? "AuthorizationException" : "RestException";
    }
}
