package org.syncgate.argocd;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.syncgate.catalog.Connection;

/** Makes Kubernetes clients as configured: the JDK's HTTP client, short time-outs, no retries behind our back. */
final class Clients {

    private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private Clients() {}

    /**
     * Makes a client, without asking the cluster anything.
     *
     * @throws IllegalStateException if the kubeconfig cannot be read or has no such context
     */
    static KubernetesClient open(Connection connection, Timing timing) {
        Config config = configOf(connection);
        config.setConnectionTimeout(millis(timing.connect()));
        config.setRequestTimeout(millis(timing.request()));
        // a write that is sent twice would conflict with itself; reads are repeated by those who need them
        config.setRequestRetryBackoffLimit(0);
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new JdkHttpClientFactory())
                .build();
    }

    private static Config configOf(Connection connection) {
        if (connection instanceof Connection.Kubeconfig kubeconfig) {
            return fromFile(kubeconfig.file(), kubeconfig.context());
        }
        return ofThisPod();
    }

    /** Never a kubeconfig that happens to lie about: a forgotten property must not lead to another cluster (S7). */
    private static Config ofThisPod() {
        Path token = SERVICE_ACCOUNT.resolve("token");
        if (!Files.isReadable(token)) {
            throw new IllegalStateException(
                    "Syncgate does not run in a pod with a ServiceAccount; name a kubeconfig and a context");
        }
        return new ConfigBuilder(Config.empty())
                .withMasterUrl("https://kubernetes.default.svc")
                .withCaCertFile(SERVICE_ACCOUNT.resolve("ca.crt").toString())
                .withOauthTokenProvider(() -> read(token))
                .build();
    }

    /** Read each time, since Kubernetes replaces a token before it expires. */
    private static String read(Path token) {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The ServiceAccount's token cannot be read", e);
        }
    }

    private static Config fromFile(Path file, String context) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("the kubeconfig file " + file + " cannot be read");
        }
        Config config = Config.fromKubeconfig(context, file.toFile());
        // Fabric8 takes the pod's own cluster for a context that is not there
        if (Optional.ofNullable(config.getCurrentContext())
                .filter(current -> context.equals(current.getName()))
                .isEmpty()) {
            throw new IllegalStateException("the kubeconfig file " + file + " has no context " + context);
        }
        return config;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
