package org.syncgate.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads JSON and YAML. */
final class Documents {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** YAML 1.2 leaves times as they are written; what kubectl prints may well exceed the usual 3 MB. */
    private static final LoadSettings YAML =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private Documents() {}

    /**
     * Reads one JSON document.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static List<JsonNode> json(String text) {
        try {
            return List.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON (" + e.getOriginalMessage() + ")", e);
        }
    }

    /**
     * Reads the documents of a YAML text.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static List<JsonNode> yaml(String text) {
        try {
            List<JsonNode> documents = new ArrayList<>();
            new Load(YAML).loadAllFromString(text).forEach(document -> documents.add(JSON.valueToTree(document)));
            return documents;
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("it is no YAML (" + e.getMessage() + ")", e);
        }
    }
}
