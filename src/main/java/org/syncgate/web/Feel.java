package org.syncgate.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What forms ask of their fields, in FEEL. */
final class Feel {

    private Feel() {}

    /** Whether one of these texts is chosen in a field. */
    static String isOneOf(String field, List<String> texts, ObjectMapper json) {
        try {
            return "list contains(" + json.writeValueAsString(texts) + ", " + field + ")";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts can be written", e);
        }
    }
}
