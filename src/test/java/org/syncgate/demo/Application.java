package org.syncgate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** One stored Application, read as Argo CD's controller reads it: a null is absent. */
record Application(ObjectNode json) {

    String name() {
        return text("/metadata/name");
    }

    boolean has(String pointer) {
        JsonNode node = json.at(pointer);
        return !node.isMissingNode() && !node.isNull();
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    String text(String pointer) {
        return json.at(pointer).asText("");
    }

    boolean multiSource() {
        return !json.at("/spec/sources").isEmpty();
    }

    /** What an operation, a history entry and a comparison all say of a source: its field's name. */
    String sourceField() {
        return multiSource() ? "sources" : "source";
    }

    String revisionField() {
        return multiSource() ? "revisions" : "revision";
    }

    JsonNode source() {
        return json.at("/spec/" + sourceField());
    }

    List<String> target() {
        return revisionsIn(json.at("/status/sync"));
    }

    List<String> deployed() {
        JsonNode history = json.at("/status/history");
        return history.isEmpty() ? List.of() : revisionsIn(history.get(history.size() - 1));
    }

    /** The revisions under an object: none where it names none. */
    List<String> revisionsIn(JsonNode object) {
        JsonNode revisions = object.path("revisions");
        if (!revisions.isEmpty()) {
            return StreamSupport.stream(revisions.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
        String revision = object.path("revision").asText("");
        return revision.isEmpty() ? List.of() : List.of(revision);
    }

    /** Writes revisions the way this Application's objects hold them. */
    void writeRevisions(ObjectNode object, List<String> revisions) {
        if (multiSource()) {
            ArrayNode all = object.putArray("revisions");
            revisions.forEach(all::add);
        } else {
            object.put("revision", revisions.get(0));
        }
    }

    boolean operationRunning() {
        String phase = text("/status/operationState/phase");
        return phase.equals("Running") || phase.equals("Terminating");
    }

    boolean autoSync() {
        return has("/spec/syncPolicy/automated")
                && json.at("/spec/syncPolicy/automated/enabled").asBoolean(true);
    }

    /** The resources as Argo CD lists them; a copy. */
    ArrayNode resources() {
        JsonNode resources = json.at("/status/resources");
        return resources.isArray() ? resources.deepCopy() : JsonNodeFactory.instance.arrayNode();
    }

    /** What Argo CD says it compared the live state with. */
    ObjectNode comparedTo() {
        ObjectNode comparedTo = JsonNodeFactory.instance.objectNode();
        comparedTo.set("destination", json.at("/spec/destination"));
        comparedTo.set(sourceField(), source());
        return comparedTo;
    }
}
