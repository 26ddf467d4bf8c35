package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.syncgate.demo.EndingWatch;

/** A Kubernetes API over HTTP that keeps what it is given, and how other clients than ours speak to it. */
final class KubernetesApiServer {

    private static final String ROOT = "/apis/argoproj.io/v1alpha1/namespaces/argocd/";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Patch> patches = new CopyOnWriteArrayList<>();
    private KubernetesMockServer server;
    private final int port;

    KubernetesApiServer() {
        server = listen(0);
        port = server.getPort();
    }

    /** A patch as it was sent. */
    record Patch(String type, String body) {}

    int port() {
        return port;
    }

    private KubernetesMockServer listen(int port) {
        Map<ServerRequest, Queue<ServerResponse>> answers = new HashMap<>();
        KubernetesMixedDispatcher crud = new KubernetesMixedDispatcher(answers) {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getMethod().equals("PATCH")) {
                    patches.add(new Patch(
                            request.getHeader("Content-Type"),
                            new String(request.getBody().getBytes(), StandardCharsets.UTF_8)));
                }
                return EndingWatch.in(super.dispatch(request));
            }
        };
        KubernetesMockServer made = new KubernetesMockServer(new Context(), new MockWebServer(), answers, crud, false);
        made.init(InetAddress.getLoopbackAddress(), port);
        return made;
    }

    void goDown() {
        server.destroy();
    }

    /** Comes back at the same place, with nothing in it. */
    void comeBack() {
        server = listen(port);
    }

    /** The patches that were sent, oldest first. */
    List<Patch> patches() {
        return patches;
    }

    /** Answers the next request for a path below the Argo CD namespace. */
    void answerOnce(String method, String path, int status, String body) {
        var expected =
                switch (method) {
                    case "GET" -> server.expect().get();
                    case "PATCH" -> server.expect().patch();
                    default -> throw new IllegalArgumentException(method);
                };
        expected.withPath(ROOT + path).andReturn(status, body).once();
    }

    JsonNode create(String plural, JsonNode object) {
        return send("POST", plural, "application/json", object.toString());
    }

    JsonNode application(String name) {
        return send("GET", "applications/" + name, "application/json", "");
    }

    JsonNode patch(String name, String mergePatch) {
        return send("PATCH", "applications/" + name, "application/merge-patch+json", mergePatch);
    }

    void delete(String name) {
        send("DELETE", "applications/" + name, "application/json", "");
    }

    private JsonNode send(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + ROOT + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + response.body());
            }
            return AnApplication.read(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A kubeconfig with one context, {@code here}. */
    static Path kubeconfig(Path directory, int port) {
        Path file = directory.resolve("kubeconfig");
        String yaml = """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: 'http://localhost:%d'}}]
                users: [{name: u, user: {token: t}}]
                contexts: [{name: here, context: {cluster: c, user: u}}]
                """.formatted(port);
        try {
            return Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
