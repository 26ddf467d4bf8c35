package org.syncgate.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The AppProject of an Application. A patch goes past Argo CD's API server, so what that checks is checked here.
 *
 * @param json the object
 */
record Project(JsonNode json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Takes the object as text.
     *
     * @throws IllegalArgumentException if the text is no JSON
     */
    static Project parse(String json) {
        try {
            return new Project(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON of an AppProject", e);
        }
    }

    /** The project that an Application names, or Argo CD's default. */
    static String nameOf(JsonNode application) {
        String name = Json.text(application.at("/spec/project"));
        return name.isEmpty() ? "default" : name;
    }

    /** Why it does not permit a manual sync of the Application now; empty where it does. */
    List<String> refusals(JsonNode application, Instant now) {
        List<String> refusals = new ArrayList<>();
        try {
            if (!Destinations.permitted(json, application)) {
                refusals.add("Its project " + nameOf(application) + " does not permit its destination.");
            }
        } catch (IllegalArgumentException e) {
            refusals.add("Whether its project " + nameOf(application) + " permits its destination is unknown: Syncgate "
                    + e.getMessage() + ".");
        }
        refusals.addAll(SyncWindows.of(json, application).refusals(now));
        return List.copyOf(refusals);
    }
}
