package org.syncgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** The API's description, and what is answered held against it. */
public final class ApiDescription {

    static final String RESOURCE = "api/openapi.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ApiDescription() {}

    public static JsonNode document() {
        try (InputStream content = new ClassPathResource(RESOURCE).getInputStream()) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode schema(String name) {
        return document().at("/components/schemas/" + name);
    }

    /** What is wrong with a body that should be of a schema. */
    public static List<String> faults(String schema, JsonNode body) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", document().get("components"));
        return SCHEMAS
                .getSchema(root)
                .validate(body, run -> run.executionConfig(checks -> checks.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** Whether a call may be answered so; true for calls that are not described, which are faults of the client. */
    public static boolean permits(String method, String path, int status) {
        return operation(method, path)
                .map(operation -> operation.get("responses").has(String.valueOf(status)))
                .orElse(true);
    }

    private static Optional<JsonNode> operation(String method, String path) {
        String plain = path.replaceAll("\\?.*", "").replaceAll("^(/api/v1/requests)/[^/]+$", "$1/{id}");
        return Optional.ofNullable(document().get("paths").get(plain))
                .map(operations -> operations.get(method.toLowerCase(Locale.ROOT)));
    }
}
