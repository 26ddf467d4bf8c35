package org.syncgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.syncgate.demo.Place.Population;

class DemoPlaceTest {

    private static final Instant NOW = Instant.parse("2026-03-05T20:00:00Z");

    private final List<Population> populations =
            DemoPlace.all(Clock.fixed(NOW, ZoneOffset.UTC)).populations();

    @Test
    void everyClusterHasSomethingToAskFor() {
        assertThat(populations)
                .hasSize(11)
                .allSatisfy(population -> assertThat(applications(population)).anySatisfy(application -> {
                    assertThat(application.text("/status/sync/status")).isEqualTo("OutOfSync");
                    assertThat(application.target()).isNotEqualTo(application.deployed());
                    assertThat(application.autoSync()).isFalse();
                    assertThat(application.has("/operation")).isFalse();
                }));
    }

    @Test
    void everyApplicationsProjectExists() {
        assertThat(populations).allSatisfy(population -> {
            List<String> projects = population.objects().stream()
                    .filter(object -> object.path("kind").asText().equals("AppProject"))
                    .map(object -> object.at("/metadata/name").asText())
                    .toList();
            assertThat(applications(population))
                    .allSatisfy(application ->
                            assertThat(application.text("/spec/project")).isIn(projects));
        });
    }

    @Test
    void revisionsAreCommitsOneForEachSource() {
        assertThat(populations).flatMap(DemoPlaceTest::applications).allSatisfy(application -> {
            int sources = application.multiSource() ? 2 : 1;
            assertThat(application.target()).hasSize(sources).allMatch(sha -> sha.matches("[0-9a-f]{40}"));
            assertThat(application.deployed()).hasSize(sources).allMatch(sha -> sha.matches("[0-9a-f]{40}"));
        });
    }

    @Test
    void everythingHappenedBeforeNow() {
        assertThat(populations).flatMap(DemoPlaceTest::applications).allSatisfy(application -> {
            assertThat(Instant.parse(application.text("/status/reconciledAt"))).isBefore(NOW);
            assertThat(application.at("/status/history").findValuesAsText("deployedAt"))
                    .isSorted()
                    .allSatisfy(time -> assertThat(Instant.parse(time)).isBefore(NOW));
        });
    }

    @Test
    void whatIsShownWasComparedWithThePresentSpec() {
        assertThat(populations).flatMap(DemoPlaceTest::applications).allSatisfy(application -> {
            JsonNode compared = application.at("/status/sync/comparedTo/" + application.sourceField());
            assertThat(compared).isEqualTo(application.source());
        });
    }

    @Test
    void aPersonCanMeetEachState() {
        assertThat(population("idfdev").behaviours())
                .containsEntry("nublado", Behaviour.degrades())
                .hasEntrySatisfying(
                        "tap", behaviour -> assertThat(behaviour.outcome()).isEqualTo(Behaviour.Outcome.FAILS));
        assertThat(application("idfdev", "portal").multiSource()).isTrue();
        assertThat(application("idfdev", "times-square").text("/status/conditions/0/type"))
                .isEqualTo("ComparisonError");
        assertThat(application("idfdev", "squareone").target())
                .isEqualTo(application("idfdev", "squareone").deployed());
        assertThat(application("idfint", "tap").operationRunning()).isTrue();
        assertThat(applications(population("minikube")).stream()
                        .collect(Collectors.partitioningBy(Application::autoSync, Collectors.counting())))
                .containsEntry(true, 4L)
                .containsEntry(false, 1L);
    }

    private Population population(String cluster) {
        return populations.stream()
                .filter(population -> population.cluster().name().equals(cluster))
                .findFirst()
                .orElseThrow();
    }

    private Application application(String cluster, String name) {
        return applications(population(cluster)).stream()
                .filter(application -> application.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Application> applications(Population population) {
        return population.objects().stream()
                .filter(object -> object.path("kind").asText().equals("Application"))
                .map(Application::new)
                .toList();
    }
}
