package org.syncgate.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Takes off what the engine's REST layer puts before a refusal, "Cannot instantiate process definition …:" with an id
 * that nobody knows: people are to read our sentence, not to find it.
 */
@Component
class PlainSentences extends OncePerRequestFilter {

    private static final Pattern PREFIXED = Pattern.compile(
            "Cannot (?:instantiate process definition|submit task form|complete task) [^ ]+: (.+)", Pattern.DOTALL);

    /** The engine calls it a fault of ours, where two people only had the same task open. */
    static final String NO_TASK = "Cannot find task with id";

    private final ObjectMapper json;

    PlainSentences(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WebappCalls.ENTRIES.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        String type = String.valueOf(answer.getContentType());
        if (answer.getStatus() >= HttpStatus.BAD_REQUEST.value() && type.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            JsonNode body = json.readTree(answer.getContentAsByteArray());
            String message = body.path("message").asText();
            Matcher prefixed = PREFIXED.matcher(message);
            if (message.contains(NO_TASK)) {
                answer.setStatus(HttpStatus.NOT_FOUND.value());
                say(answer, body, "This task is done: somebody has decided on it meanwhile.");
            } else if (body.path("code").asInt() == BuiltinExceptionCode.OPTIMISTIC_LOCKING.getCode()) {
                answer.setStatus(HttpStatus.CONFLICT.value());
                say(
                        answer,
                        body,
                        "Somebody else has changed the same at the same moment. Look again, and try once more.");
            } else if (prefixed.matches()) {
                say(answer, body, prefixed.group(1));
            }
        }
        answer.copyBodyToResponse();
    }

    private void say(ContentCachingResponseWrapper answer, JsonNode body, String sentence) throws IOException {
        if (body instanceof ObjectNode object) {
            object.put("message", sentence);
            answer.resetBuffer();
            answer.getOutputStream().write(json.writeValueAsBytes(object));
        }
    }
}
