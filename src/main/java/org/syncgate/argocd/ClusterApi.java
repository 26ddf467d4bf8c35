package org.syncgate.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.syncgate.catalog.Connection;
import org.syncgate.model.ApplicationId;

/**
 * Argo CD's objects in one cluster's Kubernetes API, in plain requests and JSON text: a typed model would drop what it
 * does not know, and a patch by Fabric8's resource would read first.
 */
final class ClusterApi implements AutoCloseable {

    private static final ResourceDefinitionContext APPLICATIONS = new ResourceDefinitionContext.Builder()
            .withGroup("argoproj.io")
            .withVersion("v1alpha1")
            .withKind("Application")
            .withPlural("applications")
            .withNamespaced(true)
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String cluster;
    private final KubernetesClient client;
    private final String namespace;
    private final Duration timeout;

    /** @throws ClusterUnreachable if there is no usable connection configured */
    ClusterApi(String cluster, Connection connection, Timing timing) {
        this.cluster = cluster;
        this.namespace = connection.argocdNamespace();
        this.timeout = timing.request();
        try {
            this.client = Clients.open(connection, timing);
        } catch (RuntimeException e) {
            throw new ClusterUnreachable(cluster, e);
        }
    }

    /** What came back; any status, since what it means depends on what was asked. */
    record Answer(int status, String body) {

        boolean good() {
            return status >= 200 && status < 300;
        }

        /** The API's own words, where the body is a Kubernetes Status; else the body. */
        String message() {
            try {
                String message = Json.text(MAPPER.readTree(body).path("message"));
                return message.isEmpty() ? body : message;
            } catch (JsonProcessingException e) {
                return body;
            }
        }
    }

    /**
     * Asks for as little as possible, to see whether the API answers and lets us list.
     *
     * @throws ClusterUnreachable if it gives no answer
     * @throws KubernetesRefused if it does not let us
     */
    void probe() {
        Answer answer = get("applications?limit=1");
        if (!answer.good()) {
            throw refusal(answer);
        }
    }

    Answer application(String name) {
        return get("applications/" + name);
    }

    /** The name is what an Application says it is, so it is not to be trusted with slashes. */
    Answer project(String name) {
        return get("appprojects/" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    /**
     * Sends a JSON merge patch, once.
     *
     * @throws ClusterUnreachable if there was no answer, or one that leaves open whether the patch was applied
     */
    Answer patch(String application, String mergePatch) {
        Answer answer = send(request("applications/" + application)
                .method("PATCH", "application/merge-patch+json", mergePatch)
                .build());
        if (answer.status() == 429 || answer.status() >= 500) {
            throw new ClusterUnreachable(cluster, refusal(answer));
        }
        return answer;
    }

    KubernetesRefused refusal(Answer answer) {
        return new KubernetesRefused(cluster, answer.status(), answer.message());
    }

    /** A watch of all Applications, not started. */
    SharedIndexInformer<GenericKubernetesResource> informer(ResourceEventHandler<GenericKubernetesResource> handler) {
        return client.genericKubernetesResources(APPLICATIONS)
                .inNamespace(namespace)
                .runnableInformer(0)
                .addEventHandler(handler);
    }

    LiveApplication live(GenericKubernetesResource resource) {
        return LiveApplication.parse(
                cluster, client.getKubernetesSerialization().asJson(resource));
    }

    /** Which Application it is, for where nothing else of it matters. */
    ApplicationId id(GenericKubernetesResource resource) {
        return new ApplicationId(cluster, resource.getMetadata().getName());
    }

    private Answer get(String path) {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(client.getMasterUrl() + "apis/argoproj.io/v1alpha1/namespaces/" + namespace + "/" + path)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.getHttpClient()
                    .sendAsync(request, String.class)
                    .get(timeout.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.code(), response.body());
        } catch (ExecutionException e) {
            throw new ClusterUnreachable(
                    cluster, Optional.ofNullable(e.getCause()).orElse(e));
        } catch (TimeoutException e) {
            throw new ClusterUnreachable(cluster, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterUnreachable(cluster, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
