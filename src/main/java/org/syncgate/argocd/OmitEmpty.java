package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Compares specs as Argo CD does. It reads them into Go structs and writes them with {@code omitempty}, so an empty
 * value that a person wrote is gone from what Argo CD wrote.
 */
final class OmitEmpty {

    /** Maps and pointers in Argo CD's ApplicationSource: what a person wrote in them means something, even if empty. */
    private static final Set<String> KEPT_AS_WRITTEN =
            Set.of("valuesObject", "commonLabels", "commonAnnotations", "options", "map", "array", "string");

    private OmitEmpty() {}

    static boolean same(JsonNode one, JsonNode other) {
        return strip(one).equals(strip(other));
    }

    private static JsonNode strip(JsonNode node) {
        if (node.isObject()) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> {
                JsonNode value = field.getValue();
                JsonNode stripped = KEPT_AS_WRITTEN.contains(field.getKey()) ? value : strip(value);
                if (KEPT_AS_WRITTEN.contains(field.getKey()) ? Json.present(value) : !empty(stripped)) {
                    kept.set(field.getKey(), stripped);
                }
            });
            return kept;
        }
        if (node.isArray()) {
            // items have a place, so an empty one counts
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(strip(item)));
            return items;
        }
        return node.isMissingNode() || node.isNull() ? JsonNodeFactory.instance.objectNode() : node;
    }

    private static boolean empty(JsonNode node) {
        return node.isContainerNode()
                ? node.isEmpty()
                : node.isTextual() && node.textValue().isEmpty()
                        || node.isBoolean() && !node.booleanValue()
                        || node.isNumber() && node.doubleValue() == 0;
    }
}
