package org.syncgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What a person reads who wrote something wrong: the property, and what to write instead. */
class CatalogFaultsTests {

    private final ApplicationContextRunner sound = new ApplicationContextRunner()
            .withUserConfiguration(ConfiguredCatalogTests.CatalogOnly.class)
            .withPropertyValues(
                    "syncgate.clusters[0].name=idfdev",
                    "syncgate.clusters[0].deployment=science",
                    "syncgate.clusters[0].tier=dev",
                    "syncgate.clusters[1].name=idfint",
                    "syncgate.clusters[1].deployment=science",
                    "syncgate.clusters[1].tier=int",
                    "syncgate.clusters[1].kubeconfig=/k/config",
                    "syncgate.clusters[1].context=idfint",
                    "syncgate.clusters[2].name=idfprod",
                    "syncgate.clusters[2].deployment=science",
                    "syncgate.clusters[2].tier=prod",
                    "syncgate.clusters[2].kubeconfig=/k/config",
                    "syncgate.clusters[2].context=idfprod",
                    "syncgate.services[0].name=efd",
                    "syncgate.services[0].applications[0]=sasquatch*",
                    "syncgate.services[1].name=science-platform",
                    "syncgate.services[1].deployments[0]=science");

    @Test
    void aSoundConfigurationStarts() {
        sound.run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    clusters[2].tier             | production | 'production' is none of bleed, dev, int, prod
                    clusters[2].tier             |            | is missing: write one of bleed, dev, int, prod
                    clusters[1].name             | idfdev     | 'idfdev' is already the name of syncgate.clusters[0].name
                    clusters[1].name             | IDF int    | 'IDF int' is no name: use lower-case letters, digits, hyphens and dots
                    clusters[1].name             |            | is missing: each cluster needs a name of its own
                    clusters[0].deployment       | Science!   | 'Science!' is no name: write what the practice calls it, like science or telescope
                    clusters[0].deployment       |            | is missing: write what the practice calls it, like science or telescope
                    clusters[0].argocd-namespace | Argo CD    | 'Argo CD' is no name: write the namespace of Argo CD, like argocd
                    clusters[0].context          | idfdev     | 'idfdev' is a context of no file; add kubeconfig, or leave both out for the cluster that Syncgate runs in
                    clusters[2].context          |            | is missing: write which context of '/k/config' is meant
                    clusters[2].context          | idfint     | 'idfint' of '/k/config' is already reached by syncgate.clusters[1].context
                    clusters[1].channels[0]      | idfint     | 'idfint' is no channel; write it in quotes, like "#rsp-team", or a private one by its id, like C0123456789
                    services[0].name             |            | is missing: write the row of the practice's chart, like science-platform
                    services[0].name             | Big EFD    | 'Big EFD' is no name: write the row of the practice's chart, like science-platform
                    services[0].name             | other      | 'other' stands for what no service names; choose another name
                    services[1].name             | efd        | 'efd' is already the name of syncgate.services[0].name
                    services[0].applications[0]  | sas?       | 'sas?' is no pattern: use lower-case letters, digits, hyphens, dots, and * for anything
                    services[0].clusters[0]      | [a-z]      | '[a-z]' is no pattern: use
                    services[1].deployments[0]   | Science    | 'Science' is no pattern: use
                    services[0].channels[0]      | com-square | 'com-square' is no channel; write it in quotes, like "#rsp-team", or a private one by its id, like C0123456789
                    services[0].stakeholders[0]  | the-team   | 'the-team' is no group: write one of developers, release-managers, coordinators,
                    services[0].factors.maturity | old        | 'old' is none of experimental, developing, mature
                    services[0].factors.users    | many       | 'many' is no number of people: write how many people depend on the service, like 250
                    services[0].factors.users    | -1         | '-1' is no number of people: write how many
                    services[0].factors.userbase | picky      | 'picky' is none of feature-seeking, risk-averse
                    services[0].factors.impact   | huge       | 'huge' is none of low, medium, high
                    services[0].factors.reputation | huge     | 'huge' is none of low, medium, high
                    """)
    void aFaultIsNamedByItsPropertyAndSaysWhatToWrite(String property, String value, String sentence) {
        sound.withPropertyValues("syncgate." + property + "=" + (value == null ? "" : value))
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains("Property: syncgate." + property)
                        .contains("Reason: " + sentence));
    }

    @Test
    void aSecondClusterWithoutAKubeconfigIsRefused() {
        sound.withPropertyValues("syncgate.clusters[1].kubeconfig=", "syncgate.clusters[1].context=")
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains("Property: syncgate.clusters[1].kubeconfig")
                        .contains(
                                "is missing, and only one cluster can be the one that Syncgate runs in; so far that is"
                                        + " syncgate.clusters[0].kubeconfig"));
    }

    @Test
    void aServiceWithoutAnyPatternIsRefused() {
        sound.withPropertyValues("syncgate.services[2].name=squash")
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains("Property: syncgate.services[2].applications")
                        .contains("Reason: is missing, and so are clusters and deployments"));
    }

    @Test
    void factorsAreAllThereOrLeftOut() {
        sound.withPropertyValues("syncgate.services[0].factors.impact=low")
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains(
                                "Property: syncgate.services[0].factors.maturity",
                                "Property: syncgate.services[0].factors.users",
                                "Property: syncgate.services[0].factors.userbase",
                                "Property: syncgate.services[0].factors.reputation")
                        .contains("Reason: is missing: write one of low, medium, high, or leave all factors out")
                        .contains("Reason: is missing: write how many people depend on the service, like 250"));
    }

    @Test
    void aPlaceWithoutClustersIsRefused() {
        new ApplicationContextRunner()
                .withUserConfiguration(ConfiguredCatalogTests.CatalogOnly.class)
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains("Property: syncgate.clusters")
                        .contains("Reason: no cluster is configured; name at least one, with its deployment and tier"));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        sound.withPropertyValues(
                        "syncgate.clusters[0].tier=x", "syncgate.clusters[2].tier=y", "syncgate.services[0].name=")
                .run(context -> assertThat(description(context.getStartupFailure()))
                        .contains(
                                "syncgate.clusters[0].tier", "syncgate.clusters[2].tier", "syncgate.services[0].name"));
    }

    /** What Spring Boot prints instead of a stack trace. */
    private static String description(Throwable failure) {
        assertThat(failure).hasRootCauseInstanceOf(BindValidationException.class);
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, fault) -> {})
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getDescription)
                .findFirst()
                .orElseThrow();
    }
}
