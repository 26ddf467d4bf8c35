package org.syncgate.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads what a machine wishes: a JSON object of texts, of fields that the start form has, and nothing else. */
final class ApiBody {

    /** The fields of the form that starts a deployment. */
    static final List<String> FIELDS = List.of("application", "disruption", "change", "reason", "ticket");

    /** The longest reason and ticket fit in, with every character written as JSON's longest escapes. */
    static final int MAX_BYTES = 32 * 1024;

    private static final int MAX_DEPTH = 8;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ApiBody() {}

    /**
     * Reads a call's body.
     *
     * @throws Refusal if it is of another type, too large, or no such object
     */
    static Map<String, String> read(HttpServletRequest request) throws IOException {
        requireJson(Optional.ofNullable(request.getContentType()));
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw tooLarge();
        }
        return fields(tree(body));
    }

    private static void requireJson(Optional<String> type) {
        try {
            boolean json = type.map(MediaType::parseMediaType)
                    .filter(media -> MediaType.APPLICATION_JSON.equalsTypeAndSubtype(media))
                    .filter(media -> media.getCharset() == null || StandardCharsets.UTF_8.equals(media.getCharset()))
                    .isPresent();
            if (json) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            // it is not the one that is wanted, either
        }
        throw new Refusal(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Send the wish as JSON in UTF-8, with Content-Type application/json.");
    }

    private static JsonNode tree(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (StreamConstraintsException e) {
            throw bad(
                    "The body is nested too deeply, or a number or name in it is too long: it is an object of texts.");
        } catch (JsonProcessingException e) {
            throw bad("The body is no JSON in UTF-8, or has a field twice.");
        } catch (CharConversionException e) {
            throw bad("The body is no JSON in UTF-8.");
        }
    }

    private static Map<String, String> fields(JsonNode body) {
        if (!body.isObject()) {
            throw bad("The body has to be an object with the fields " + String.join(", ", FIELDS) + ".");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        body.properties().forEach(field -> {
            if (!FIELDS.contains(field.getKey())) {
                throw bad("There is a field in the body that the form does not have. It has "
                        + String.join(", ", FIELDS) + ".");
            }
            if (!field.getValue().isTextual()) {
                throw bad("The field '" + field.getKey() + "' has to be a text.");
            }
            fields.put(field.getKey(), field.getValue().textValue());
        });
        return fields;
    }

    private static Refusal bad(String sentence) {
        return new Refusal(HttpStatus.BAD_REQUEST, sentence);
    }

    private static Refusal tooLarge() {
        return new Refusal(
                HttpStatus.PAYLOAD_TOO_LARGE, "The body has more than " + MAX_BYTES + " bytes: shorten the reason.");
    }
}
