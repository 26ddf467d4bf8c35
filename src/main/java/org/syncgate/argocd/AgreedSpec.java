package org.syncgate.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/**
 * What is agreed of an Application's spec.
 *
 * @param json the parts by their fields, as raw JSON with nothing lost
 */
record AgreedSpec(JsonNode json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static AgreedSpec of(JsonNode spec, EffectiveSource source) {
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        parts.set(SpecPart.SOURCE.field(), source.json());
        keep(parts, SpecPart.DESTINATION, spec.path("destination"));
        keep(parts, SpecPart.SYNC_OPTIONS, spec.at("/syncPolicy/syncOptions"));
        return new AgreedSpec(parts);
    }

    private static void keep(ObjectNode parts, SpecPart part, JsonNode value) {
        if (Json.present(value)) {
            parts.set(part.field(), value);
        }
    }

    /** @throws IllegalArgumentException if the text is no JSON */
    static AgreedSpec parse(String text) {
        try {
            return new AgreedSpec(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON of a spec: " + text, e);
        }
    }

    /** The parts that do not mean the same; order of keys and empty values don't count. */
    List<SpecPart> differences(AgreedSpec other) {
        return Arrays.stream(SpecPart.values())
                .filter(part -> !OmitEmpty.same(json.path(part.field()), other.json.path(part.field())))
                .toList();
    }
}
