package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncgate.demo.Place.Population;
import org.syncgate.model.Cluster;
import org.syncgate.model.Tier;

class OwnPlaceTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void aClusterIsNamed() throws IOException {
        write("clusters.yaml", "idfdev: {deployment: science, tier: dev}\n");
    }

    @Test
    void aJsonListIsLoaded() throws IOException {
        write("idfdev.json", """
                {"apiVersion": "v1", "kind": "List", "items": [
                  {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application", "metadata": {"name": "tap"}},
                  {"apiVersion": "argoproj.io/v1alpha1", "kind": "AppProject", "metadata": {"name": "rsp"}}]}
                """);

        Population population = OwnPlace.load(directory).populations().get(0);

        assertThat(population.cluster()).isEqualTo(new Cluster("idfdev", "science", Tier.DEV));
        assertThat(population.objects())
                .extracting(object -> object.at("/metadata/name").asText())
                .containsExactly("tap", "rsp");
    }

    @Test
    void severalYamlDocumentsAreLoadedAndTimesStayAsWritten() throws IOException {
        write("idfdev.yml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: tap}
                status: {reconciledAt: 2026-03-05T20:00:00Z}
                ---
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {name: rsp}}
                """);

        Population population = OwnPlace.load(directory).populations().get(0);

        assertThat(population.objects()).hasSize(2);
        assertThat(population.objects().get(0).at("/status/reconciledAt").asText())
                .isEqualTo("2026-03-05T20:00:00Z");
    }

    @Test
    void clustersComeInTheOrderOfClustersYaml() throws IOException {
        write("clusters.yaml", "b: {deployment: science, tier: int}\na: {deployment: community, tier: prod}\n");
        write("a.json", "{\"kind\": \"List\", \"items\": []}");
        write("b.json", "{\"kind\": \"List\", \"items\": []}");

        List<Population> populations = OwnPlace.load(directory).populations();

        assertThat(populations)
                .extracting(population -> population.cluster().name())
                .containsExactly("b", "a");
    }

    @Test
    void aMissingClustersYamlIsSaid() throws IOException {
        Files.delete(directory.resolve("clusters.yaml"));

        assertRefused("clusters.yaml is missing. Write it with a line for each cluster");
    }

    @Test
    void aClustersYamlWithoutClustersIsSaid() throws IOException {
        write("clusters.yaml", "# none yet\n");

        assertRefused("clusters.yaml names no cluster.");
    }

    @Test
    void aClusterWithoutAFileIsSaid() {
        assertRefused("clusters.yaml names idfdev, but " + directory + " has no idfdev.json.");
    }

    @Test
    void anUnknownTierIsSaidWithTheKnownOnes() throws IOException {
        write("clusters.yaml", "idfdev: {deployment: science, tier: staging}\n");

        assertRefused("gives idfdev the tier 'staging'; it has to be one of bleed, dev, int, prod.");
    }

    @Test
    void aMissingDeploymentIsSaid() throws IOException {
        write("clusters.yaml", "idfdev: {tier: dev}\n");

        assertRefused("says no deployment for idfdev");
    }

    @Test
    void aFileThatIsNoListIsSaid() throws IOException {
        write("idfdev.json", "{\"kind\": \"Pod\", \"metadata\": {\"name\": \"x\"}}");

        assertRefused("idfdev.json holds a Pod; it has to be a List of Applications and AppProjects");
    }

    @Test
    void aFileThatCannotBeParsedIsSaid() throws IOException {
        write("idfdev.json", "error: You must be logged in to the server");

        assertRefused("idfdev.json cannot be read: it is no JSON");
    }

    private void assertRefused(String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnPlace.load(directory))
                .withMessageStartingWith("--demo.applications: ")
                .withMessageContaining(words);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }
}
