package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;
import org.syncgate.request.MachineAsk;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing;
import org.syncgate.request.Wish;

/** The description says what the code does; that answers are as it says is shown by the journeys of machines. */
class ApiDescriptionTests {

    private static final List<Standing> STANDINGS = List.of(
            new Standing.Waiting(""),
            new Standing.Voided(""),
            new Standing.Syncing(""),
            new Standing.Failed(""),
            new Standing.Ended(Outcome.DEPLOYED, "", Instant.EPOCH));

    @Test
    void clientsCanReadIt() throws IOException {
        SwaggerParseResult parsed = new OpenAPIV3Parser()
                .readContents(Files.readString(Path.of("src/main/resources/" + ApiDescription.RESOURCE)));

        assertThat(parsed.getMessages()).isEmpty();
        OpenAPI description = parsed.getOpenAPI();
        assertThat(description.getOpenapi()).startsWith("3.1");
        assertThat(description.getPaths().keySet()).hasSize(3);
    }

    @Test
    void everyCallIsDescribedAndNoOther() {
        Set<String> mapped = Arrays.stream(ApiController.class.getDeclaredMethods())
                .map(method ->
                        Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class)))
                .flatMap(Optional::stream)
                .map(mapping -> mapping.method()[0] + " " + mapping.path()[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        ApiDescription.document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described).isEqualTo(mapped);
    }

    @Test
    void aWishHasTheFieldsOfTheStartForm() throws IOException {
        JsonNode form = new ObjectMapper()
                .readTree(Path.of("forms/deploy-application.form").toFile());
        List<String> keys = StreamSupport.stream(form.get("components").spliterator(), false)
                .filter(component -> component.has("key"))
                .map(component -> component.get("key").asText())
                .toList();

        assertThat(ApiBody.FIELDS).containsExactlyElementsOf(keys);
        assertThat(names(ApiDescription.schema("Wish").get("properties"))).isEqualTo(ApiBody.FIELDS);
    }

    @Test
    void whatAFieldMayBeIsWhatIsPermitted() {
        JsonNode wish = ApiDescription.schema("Wish").get("properties");

        assertThat(texts(wish.at("/disruption/enum")))
                .isEqualTo(Stream.of(Disruption.values()).map(Disruption::text).toList());
        assertThat(texts(wish.at("/change/enum")))
                .isEqualTo(Stream.of(Change.values()).map(Change::text).toList());
        assertThat(wish.at("/reason/minLength").asInt()).isEqualTo(Wish.MIN_REASON);
        assertThat(wish.at("/reason/maxLength").asInt()).isEqualTo(Wish.MAX_REASON);
        assertThat(wish.at("/ticket/maxLength").asInt()).isEqualTo(Wish.MAX_TICKET);
        JsonNode ask = ApiDescription.document().at("/paths/~1api~1v1~1requests/post");
        assertThat(ask.at("/parameters/0/name").asText()).isEqualTo(ApiController.KEY);
        assertThat(ask.at("/parameters/0/schema/maxLength").asInt()).isEqualTo(MachineAsk.MAX_KEY);
        assertThat(ask.at("/requestBody/description").asText()).contains(ApiBody.MAX_BYTES + " bytes");
        assertThat(ask.at("/responses/413/description").asText()).contains(ApiBody.MAX_BYTES + " bytes");
        JsonNode look = ApiDescription.document().at("/paths/~1api~1v1~1requests~1{id}/get");
        assertThat(look.at("/parameters/1/description").asText())
                .contains("PT" + ApiController.LONGEST_WAIT.toSeconds() + "S");
        assertThat(look.at("/responses/429/description").asText()).contains(EndWaits.MOST_OF_ONE + " calls");
    }

    @Test
    void aRequestHasTheFieldsThatAreAnswered() {
        assertDescribes("Request", ApiRequest.class);
        assertDescribes("Entry", ApiRequest.ApiEntry.class);
        JsonNode request = ApiDescription.schema("Request").get("properties");
        assertThat(texts(request.at("/status/enum")))
                .isEqualTo(STANDINGS.stream().map(Standing::text).toList());
        assertThat(STANDINGS)
                .extracting(Object::getClass)
                .as("all that there are")
                .containsExactlyInAnyOrder(Standing.class.getPermittedSubclasses());
        assertThat(texts(request.at("/outcome/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Outcome.values()).map(Outcome::text).toList());
        assertThat(texts(request.at("/path/enum")))
                .containsExactlyInAnyOrderElementsOf(Stream.of(org.syncgate.model.Path.values())
                        .map(org.syncgate.model.Path::text)
                        .toList());
        assertThat(texts(request.at("/disruption/enum")))
                .isEqualTo(Stream.of(Disruption.values()).map(Disruption::text).toList());
        assertThat(texts(request.at("/change/enum")))
                .isEqualTo(Stream.of(Change.values()).map(Change::text).toList());
    }

    @Test
    void everyRefusalIsDescribedAsAProblem() {
        ApiDescription.document()
                .get("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .get("responses")
                        .properties()
                        .forEach(response -> assertThat(response.getValue()
                                        .get("content")
                                        .fieldNames()
                                        .next())
                                .isEqualTo(
                                        Integer.parseInt(response.getKey()) < 400
                                                ? "application/json"
                                                : "application/problem+json"))));
    }

    private static void assertDescribes(String schema, Class<?> type) {
        List<RecordComponent> fields = List.of(type.getRecordComponents());
        assertThat(names(ApiDescription.schema(schema).get("properties")))
                .isEqualTo(fields.stream().map(RecordComponent::getName).toList());
        assertThat(texts(ApiDescription.schema(schema).get("required")))
                .isEqualTo(fields.stream()
                        .filter(field -> field.getType() != Optional.class)
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
