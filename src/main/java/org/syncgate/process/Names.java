package org.syncgate.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.VariableScope;

/** A field in which several names are chosen: as Tasklist sends it, a JSON array, or the names with commas between. */
final class Names {

    /** As much as the engine's tables hold of a variable. */
    private static final int LONGEST_TEXT = 4_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Names() {}

    /** What was chosen, each name once; none where the field is missing or empty. */
    static List<String> of(VariableScope scope, String field) {
        String text = Fields.atMost(LONGEST_TEXT, field, Fields.text(scope, field));
        Stream<String> names = text.startsWith("[") ? array(field, text) : Stream.of(text.split(","));
        return names.map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<String> array(String field, String text) {
        try {
            JsonNode array = JSON.readTree(text);
            if (StreamSupport.stream(array.spliterator(), false).allMatch(JsonNode::isTextual)) {
                return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
            }
        } catch (JsonProcessingException e) {
            // told below, in words that are not about JSON
        }
        throw new Refused("The field '" + field + "' has to be a list of names, with commas between them.");
    }
}
