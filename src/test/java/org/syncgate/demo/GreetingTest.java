package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

class GreetingTest {

    @Test
    void itSaysWhereToClickOnThePortThatIsServed() throws IOException {
        assertThat(greeting())
                .contains("http://localhost:8090/camunda/app/tasklist/", "http://localhost:8090/demo/clock")
                .doesNotContain("8080");
    }

    @ParameterizedTest
    @CsvSource({
        "dev,   Devi Developer,    developers",
        "dev2,  Dan Developer,     developers",
        "rel,   Rita Release,      'release-managers, developers'",
        "rel2,  Rob Release,       release-managers",
        "coord, Cora Coordinator,  coordinators",
        "tel,   Tomas Telescope,   telescope-configuration-managers",
        "forum, Fay Forum,         forum-team",
        "admin, Ada Admin,         syncgate-admins"
    })
    void itSaysWhoToBeAndInWhichGroupsThatIs(String id, String name, String groups) throws IOException {
        assertThat(greeting().lines())
                .as("with the name as the password")
                .filteredOn(line -> line.strip().startsWith(id + " "))
                .singleElement()
                .asString()
                .matches("\\s+" + id + "\\s+" + id + "\\s+" + name + "\\s+" + groups);
    }

    @Test
    void itNamesNobodyElse() throws IOException {
        assertThat(greeting()
                        .lines()
                        .dropWhile(line -> !line.contains("password"))
                        .skip(1)
                        .takeWhile(line -> !line.isBlank()))
                .hasSize(8);
    }

    private static String greeting() throws IOException {
        MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8090");
        new YamlPropertySourceLoader()
                .load("demo", new ClassPathResource("demo/application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return Greeting.of(environment);
    }
}
