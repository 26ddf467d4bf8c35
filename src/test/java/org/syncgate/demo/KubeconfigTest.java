package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubeconfigTest {

    private final SimulatedPlace place =
            SimulatedPlace.start(DemoPlace.only("idfdev", "community"), Pace.TEST, Clock.systemUTC());

    @AfterEach
    void stop() {
        place.close();
    }

    @Test
    void aContextLeadsToItsCluster() {
        assertThat(projectsIn("idfdev")).containsExactlyInAnyOrder("infrastructure", "monitoring", "rsp");
        assertThat(projectsIn("community")).containsExactlyInAnyOrder("infrastructure", "community");
    }

    @Test
    void thePropertiesNameEveryCluster() {
        Map<String, Object> properties = place.properties();

        assertThat(properties)
                .containsEntry("syncgate.clusters[0].name", "idfdev")
                .containsEntry("syncgate.clusters[0].deployment", "science")
                .containsEntry("syncgate.clusters[0].tier", "dev")
                .containsEntry("syncgate.clusters[0].argocd-namespace", "argocd")
                .containsEntry("syncgate.clusters[1].context", "community")
                .hasSize(12);
    }

    private List<String> projectsIn(String cluster) {
        File file = new File(String.valueOf(place.properties().get("syncgate.clusters[0].kubeconfig")));
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(cluster, file))
                .withHttpClientFactory(new JdkHttpClientFactory())
                .build()) {
            return client
                    .genericKubernetesResources(new ResourceDefinitionContext.Builder()
                            .withGroup("argoproj.io")
                            .withVersion("v1alpha1")
                            .withKind("AppProject")
                            .withPlural("appprojects")
                            .withNamespaced(true)
                            .build())
                    .list()
                    .getItems()
                    .stream()
                    .map(project -> project.getMetadata().getName())
                    .toList();
        }
    }
}
