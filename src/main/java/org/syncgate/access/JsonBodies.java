package org.syncgate.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What the engine cannot take as the body of a call, and would answer in its parser's words or fail on: anything but a
 * JSON object, what is nested deeper than any query or form is, variables that are none, characters that the database
 * cannot store.
 */
class JsonBodies {

    /** A form has four levels, a query a few more. */
    private static final int MOST_LEVELS = 32;

    private static final String NUL = "\\u0000";

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_LEVELS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Why not, and with which status. */
    record Fault(HttpStatus status, String sentence) {}

    Optional<Fault> fault(HttpServletRequest request, byte[] body) {
        if (body.length == 0) {
            return ofRetries(request, json.createObjectNode());
        }
        if (!isJson(request.getContentType())) {
            return fault(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Calls of the webapps are sent as application/json.");
        }
        JsonNode read;
        try {
            read = json.readTree(body);
        } catch (StreamConstraintsException e) {
            return fault(HttpStatus.BAD_REQUEST, "This is nested too deep, or too long, to be a form or a query.");
        } catch (IOException e) {
            return fault(HttpStatus.BAD_REQUEST, "This cannot be read as JSON.");
        }
        if (!read.isObject()) {
            return fault(HttpStatus.BAD_REQUEST, "A call of the webapps is one JSON object.");
        }
        // what people enter is judged field by field, in words that name the field
        return WebappCalls.ENTRIES.matches(request)
                ? faultIn(read.path("variables"))
                : unstorable(read).or(() -> hollow(read)).or(() -> ofRetries(request, read));
    }

    /** A list in a query, with nothing where one of its parts should be. */
    private static Optional<Fault> hollow(JsonNode read) {
        if (read.isArray()) {
            for (JsonNode part : read) {
                if (part.isNull()) {
                    return fault(HttpStatus.BAD_REQUEST, "There is nothing in one of its lists.");
                }
            }
        }
        for (JsonNode part : read) {
            Optional<Fault> fault = hollow(part);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> ofRetries(HttpServletRequest request, JsonNode read) {
        boolean retries = Arrays.stream(WebappCalls.administration()).anyMatch(call -> call.matches(request));
        return retries && !read.path("retries").isInt()
                ? fault(HttpStatus.BAD_REQUEST, "Say how many retries the job is to have, in digits.")
                : Optional.empty();
    }

    private static Optional<Fault> faultIn(JsonNode variables) {
        for (JsonNode variable : variables) {
            if (!variable.isObject()) {
                return fault(HttpStatus.BAD_REQUEST, "Each of the variables is an object with a value.");
            }
        }
        return variables.isMissingNode() || variables.isObject()
                ? Optional.empty()
                : fault(HttpStatus.BAD_REQUEST, "The variables are an object, with one entry for each field.");
    }

    private static Optional<Fault> unstorable(JsonNode read) {
        // as it is written again: the character itself is in no JSON
        return read.toString().contains(NUL)
                ? fault(HttpStatus.BAD_REQUEST, "There is a character in it that cannot be stored.")
                : Optional.empty();
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.parseMediaType(type).isCompatibleWith(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static Optional<Fault> fault(HttpStatus status, String sentence) {
        return Optional.of(new Fault(status, sentence));
    }
}
