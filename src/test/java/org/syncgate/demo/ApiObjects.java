package org.syncgate.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.server.mock.KubernetesAttributesExtractor;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.crud.AttributeSet;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.Headers;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The objects of one cluster as its API server stores them: the same store for HTTP and for the simulated controller,
 * so resourceVersions and watches hold for both.
 */
final class ApiObjects extends KubernetesCrudDispatcher {

    static final String NAMESPACE = "argocd";

    private static final String GROUP = "/apis/argoproj.io/v1alpha1/namespaces/" + NAMESPACE + "/";
    private static final String APPLICATIONS = GROUP + "applications";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Logger LOG = LoggerFactory.getLogger(ApiObjects.class);

    private volatile Consumer<String> onApplication = name -> {};
    private volatile Runnable onRequest = () -> {};

    /** Tells of every changed or removed Application, by name; the listener must not block. */
    void onApplication(Consumer<String> listener) {
        onApplication = listener;
    }

    /** Runs before each HTTP request is answered. */
    void onRequest(Runnable listener) {
        onRequest = listener;
    }

    List<String> applications() {
        return StreamSupport.stream(parse(handleGet(APPLICATIONS)).path("items").spliterator(), false)
                .map(item -> nameIn((ObjectNode) item))
                .toList();
    }

    Optional<ObjectNode> application(String name) {
        MockResponse found = handleGet(pathOf(name));
        return found.code() == HttpURLConnection.HTTP_OK ? Optional.of(parse(found)) : Optional.empty();
    }

    /** Creates the object, or replaces the one of its name. */
    void put(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        ObjectNode metadata = copy.withObject("/metadata");
        metadata.put("namespace", NAMESPACE).remove("resourceVersion");
        String collection = GROUP + copy.path("kind").asText().toLowerCase(Locale.ROOT) + "s";
        MockResponse created = handleCreate(request(HttpMethod.POST, collection, copy));
        if (created.code() == HttpURLConnection.HTTP_CONFLICT) {
            String path = collection + "/" + metadata.path("name").asText();
            expect(HttpURLConnection.HTTP_OK, handleUpdate(request(HttpMethod.PUT, path, copy)));
        } else {
            expect(HttpURLConnection.HTTP_CREATED, created);
        }
    }

    /**
     * Changes an Application as one step; where somebody wrote meanwhile, the change is made again on what they wrote.
     *
     * @return false where there is no such Application
     */
    boolean edit(String name, Consumer<ObjectNode> change) {
        MockResponse answer;
        do {
            Optional<ObjectNode> application = application(name);
            if (application.isEmpty()) {
                return false;
            }
            change.accept(application.get());
            answer = handleUpdate(request(HttpMethod.PUT, pathOf(name), application.get()));
        } while (answer.code() == HttpURLConnection.HTTP_CONFLICT);
        if (answer.code() == HttpURLConnection.HTTP_NOT_FOUND) {
            return false;
        }
        expect(HttpURLConnection.HTTP_OK, answer);
        return true;
    }

    /**
     * Merges a patch into an Application.
     *
     * @return false where the patch bears a resourceVersion that is not the present one, or there is no such Application
     */
    boolean patch(String name, ObjectNode patch) {
        MockResponse answer =
                handlePatch(request(HttpMethod.PATCH, pathOf(name), patch, PatchType.JSON_MERGE.getContentType()));
        return answer.code() == HttpURLConnection.HTTP_ACCEPTED;
    }

    /** Deletes an Application as the API does: where it has finalizers, it is only marked. */
    void delete(String name) {
        expect(HttpURLConnection.HTTP_OK, handleDelete(pathOf(name)));
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        onRequest.run();
        return super.dispatch(request);
    }

    @Override
    public MockResponse handleWatch(String path) {
        return EndingWatch.in(super.handleWatch(path));
    }

    /** RFC 7386, as a real API server merges; Fabric8's own leaves nulls in place and appends to arrays. */
    @Override
    public tools.jackson.databind.JsonNode merge(tools.jackson.databind.JsonNode target, String patch) {
        return MergePatch.apply(target, Serialization.jsonMapper().readTree(patch));
    }

    @Override
    public void processEvent(
            String path,
            AttributeSet pathAttributes,
            @Nullable AttributeSet oldAttributes,
            @Nullable GenericKubernetesResource resource,
            @Nullable String newState) {
        try {
            super.processEvent(path, pathAttributes, oldAttributes, resource, newState);
        } catch (RuntimeException e) {
            // a watch broke while it was told: what is stored is stored, and the controller hears of it all the same
            LOG.debug("A watch of {} is gone", path, e);
        }
        if (path.startsWith(APPLICATIONS)) {
            onApplication.accept(
                    newState == null ? nameIn(Objects.requireNonNull(oldAttributes)) : nameIn(parse(newState)));
        }
    }

    private static String nameIn(AttributeSet attributes) {
        return attributes
                .getAttribute(KubernetesAttributesExtractor.NAME)
                .getValues()
                .get(0)
                .toString();
    }

    private static String nameIn(ObjectNode object) {
        return object.at("/metadata/name").asText();
    }

    private static String pathOf(String name) {
        return APPLICATIONS + "/" + name;
    }

    private static RecordedRequest request(HttpMethod method, String path, ObjectNode body) {
        return request(method, path, body, "application/json");
    }

    private static RecordedRequest request(HttpMethod method, String path, ObjectNode body, String type) {
        return new RecordedRequest(
                "HTTP/1.1",
                method,
                path,
                Headers.builder().add("Content-Type", type).build(),
                new Buffer().writeUtf8(body.toString()));
    }

    private static void expect(int code, MockResponse answer) {
        if (answer.code() != code) {
            throw new IllegalArgumentException("The simulated API answered " + answer.code() + ": "
                    + answer.getBody().readUtf8());
        }
    }

    private static ObjectNode parse(MockResponse response) {
        return parse(response.getBody().readUtf8());
    }

    private static ObjectNode parse(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
