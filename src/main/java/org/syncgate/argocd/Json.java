package org.syncgate.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads JSON of the Kubernetes API, where null and absent mean the same. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** @throws IllegalArgumentException if the text is no JSON */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON: " + text, e);
        }
    }

    static boolean present(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    /** The text, empty where there is none. */
    static String text(JsonNode node) {
        return node.asText("");
    }

    /** The texts of an array, empty where it is none. */
    static List<String> texts(JsonNode array) {
        return items(array).stream().map(Json::text).toList();
    }

    /** An array's items, empty where it is none. */
    static List<JsonNode> items(JsonNode array) {
        return array.isArray()
                ? StreamSupport.stream(array.spliterator(), false).toList()
                : List.of();
    }

    /** An RFC 3339 time, empty where the node holds none. */
    static Optional<Instant> time(JsonNode node) {
        try {
            return Optional.of(OffsetDateTime.parse(text(node)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
