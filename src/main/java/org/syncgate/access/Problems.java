package org.syncgate.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Answers a machine what was wrong, as RFC 9457 has it: the status says which kind it is (so the type is
 * {@code about:blank}), the detail is a sentence that says what to do.
 */
@Component
public class Problems {

    /** Everything that machines call. */
    static final RequestMatcher CALLS = WebappCalls.any("/api/**");

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** Whether it is a machine's call, so that whatever is wrong with it is answered by a problem. */
    public boolean areFor(HttpServletRequest request) {
        return CALLS.matches(request);
    }

    /** Writes the whole answer but for headers that the status asks for. */
    public void write(HttpServletResponse response, HttpStatusCode status, String detail) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title(status));
        problem.put("status", status.value());
        problem.put("detail", detail);
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private static String title(HttpStatusCode status) {
        return status instanceof HttpStatus known ? known.getReasonPhrase() : "Error " + status.value();
    }
}
