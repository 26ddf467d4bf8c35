package org.syncgate.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says in one sentence why a call of the webapps did not work. What the engine's REST layer puts before our refusals,
 * "Cannot instantiate process definition …:" with an id that nobody knows, goes; so do the words of parsers, databases
 * and exceptions, which help nobody but whoever looks for a way in.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class PlainSentences extends OncePerRequestFilter {

    private static final Pattern PREFIXED = Pattern.compile(
            "Cannot (?:instantiate process definition|submit task form|complete task) [^ ]+: (.+)", Pattern.DOTALL);

    /** Names of packages, classes and codes, SQL, and the REST layer's and Java's own ways to put it. */
    private static final Pattern TECHNICAL = Pattern.compile(
            "\\b(?:[a-z]\\w*\\.){2,}\\w|Exception|ENGINE-|###|(?i:\\bSQL\\b)|`|HTTP \\d{3}|[Cc]annot (?:invoke|construct|deserialize)"
                    + "|\\bnull\\b|FOR_NAME");

    private final ObjectMapper json;

    PlainSentences(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WebappCalls.API.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldErrors answer = new HeldErrors(response);
        chain.doFilter(request, answer);
        if (answer.isError() && !response.isCommitted()) {
            byte[] body = json.writeValueAsBytes(worded(response.getStatus(), read(answer)));
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private ObjectNode read(HeldErrors answer) throws IOException {
        String type = String.valueOf(answer.getContentType());
        JsonNode body = type.startsWith(MediaType.APPLICATION_JSON_VALUE) ? json.readTree(answer.body()) : null;
        return body instanceof ObjectNode object ? object : json.createObjectNode();
    }

    private static ObjectNode worded(int status, ObjectNode body) {
        body.put("type", CallAnswers.type(status));
        String message = body.path("message").asText();
        Matcher prefixed = PREFIXED.matcher(message);
        String sentence = prefixed.matches() ? prefixed.group(1) : message;
        boolean technical = sentence.isBlank() || TECHNICAL.matcher(sentence).find();
        return body.put("message", technical ? inGeneral(status) : sentence);
    }

    private static String inGeneral(int status) {
        return switch (status) {
            case 400 -> "This is not what the call takes. Load the page again, and try once more.";
            case 401 -> "Sign in first.";
            case 403 -> "This is not open to you.";
            case 404 -> "There is no such thing any more, or it is not for you to see.";
            case 405, 406, 415 -> "This is no call that the webapps make.";
            default ->
                status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                        ? "This was refused. Load the page again, and try once more."
                        : "That did not work. If it stays so, tell an administrator the time: the reason is in the log.";
        };
    }
}
