package org.syncgate.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;

/** A form of {@code forms/} that is filled for each person who opens it. */
final class FormTemplate {

    private final ObjectNode form;

    /** @param file its name in {@code forms/} */
    FormTemplate(ObjectMapper json, String file) {
        try {
            this.form = (ObjectNode) json.readTree(new ClassPathResource("forms/" + file).getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode copy() {
        return form.deepCopy();
    }

    static ArrayNode components(ObjectNode form) {
        return (ArrayNode) form.get("components");
    }

    static int indexOf(ArrayNode components, String id) {
        return IntStream.range(0, components.size())
                .filter(index -> components.path(index).path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The form has no component " + id));
    }

    /** What can be chosen in a select, to be added to. */
    static ArrayNode values(ArrayNode components, String id) {
        return ((ObjectNode) components.get(indexOf(components, id))).putArray("values");
    }

    /** @param words Markdown */
    static void insertText(ArrayNode components, int index, String id, String words) {
        components.insertObject(index).put("id", id).put("type", "text").put("text", words);
    }
}
