package org.syncgate.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** A kubeconfig file with a context for each simulated cluster, named like it, so that Syncgate connects as it always does. */
record Kubeconfig(Path file) {

    /** Writes the file into the directory for temporary files, for as long as this JVM lives. */
    static Kubeconfig write(Collection<SimulatedCluster> clusters) {
        StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: Config\nclusters:\n");
        clusters.forEach(cluster -> yaml.append("- name: %s\n  cluster: {server: '%s'}\n"
                .formatted(cluster.cluster().name(), cluster.url())));
        yaml.append("users:\n- name: nobody\n  user: {}\ncontexts:\n");
        clusters.forEach(
                cluster -> yaml.append("- name: %1$s\n  context: {cluster: %1$s, user: nobody, namespace: %2$s}\n"
                        .formatted(cluster.cluster().name(), ApiObjects.NAMESPACE)));
        try {
            Path file = Files.createTempFile("syncgate-kubeconfig-", ".yaml");
            file.toFile().deleteOnExit();
            return new Kubeconfig(Files.writeString(file, yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
