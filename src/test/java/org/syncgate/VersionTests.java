package org.syncgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What names the version beside pom.xml names the same one. */
class VersionTests {

    private static String version = "";

    @BeforeAll
    static void read() throws Exception {
        version = XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "/project/version",
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(Path.of("pom.xml").toFile()));
        assertThat(version).isNotEmpty();
    }

    @Test
    void theManifestsNameTheImageOfThisVersion() throws Exception {
        assertThat(Files.readAllLines(Path.of("deploy/base/kustomization.yaml")))
                .contains("    newTag: " + version);
    }

    @Test
    void theChangelogHasASectionForThisVersion() throws Exception {
        String section = version.endsWith("-SNAPSHOT") ? "## [Unreleased]" : "## [" + version + "] - ";

        assertThat(Files.readAllLines(Path.of("CHANGELOG.md"))).anyMatch(line -> line.startsWith(section));
    }
}
