package org.syncgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.Factors;
import org.syncgate.model.Impact;
import org.syncgate.model.Maturity;
import org.syncgate.model.Tier;
import org.syncgate.model.Userbase;

/** The configuration that Syncgate ships, with clusters like those of a real place. */
class ConfiguredCatalogTests {

    private final ApplicationContextRunner place = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(CatalogOnly.class)
            .withPropertyValues(clusters(
                    "idfprod science prod",
                    "idfdev science dev",
                    "summit telescope prod",
                    "roundtable-prod roundtable prod",
                    "community community prod",
                    "ccin2p3 partner prod"));

    @ParameterizedTest
    @CsvSource({
        "idfprod/gafaelfawr, science-platform",
        "idfprod/squareone, science-platform",
        "idfprod/sasquatch, efd",
        "idfprod/squash, squash",
        "idfdev/squash-api, squash",
        "summit/nublado, science-platform",
        "summit/sasquatch-backpack, efd",
        "roundtable-prod/lsst-the-docs, roundtable",
        "roundtable-prod/gafaelfawr, roundtable",
        "roundtable-prod/squash, squash",
        "community/discourse, community",
        "ccin2p3/gafaelfawr, other",
        "ccin2p3/sasquatch, efd",
        "nowhere/gafaelfawr, other",
        "nowhere/sasquatch, other",
    })
    void anApplicationIsOnTheRowThatItsNameAndClusterSay(String application, String service) {
        place.run(context -> assertThat(context.getBean(Catalog.class)
                        .service(ApplicationId.parse(application).orElseThrow())
                        .name())
                .isEqualTo(service));
    }

    @Test
    void aServiceKnowsItsChannelsItsStakeholdersAndItsFactors() {
        place.run(context -> assertThat(
                        context.getBean(Catalog.class).service(new ApplicationId("community", "discourse")))
                .isEqualTo(new Service(
                        "community",
                        List.of("#rubinobs-forum-team"),
                        List.of("forum-team"),
                        Optional.of(new Factors(
                                Maturity.MATURE, 2000, Userbase.RISK_AVERSE, Impact.MEDIUM, Impact.HIGH)))));
    }

    @Test
    void whatGoesPastTheGateIsToldOnItsClustersChannelsOrElseOnItsServices() {
        place.withPropertyValues("syncgate.clusters[0].channels=#idfprod-ops,C0123456789")
                .run(context -> {
                    Catalog catalog = context.getBean(Catalog.class);
                    assertThat(catalog.channels(new ApplicationId("idfprod", "gafaelfawr")))
                            .containsExactly("#idfprod-ops", "C0123456789");
                    assertThat(catalog.channels(new ApplicationId("summit", "nublado")))
                            .containsExactly("#rsp-team");
                    assertThat(catalog.channels(new ApplicationId("ccin2p3", "gafaelfawr")))
                            .isEmpty();
                });
    }

    @Test
    void aServiceWithoutFactorsAndWhatNoServiceNamesHaveNone() {
        place.withPropertyValues("syncgate.services[0].name=alerts", "syncgate.services[0].applications=alert-*")
                .run(context -> assertThat(List.of("idfprod/alert-stream", "idfprod/tap"))
                        .allSatisfy(text -> assertThat(context.getBean(Catalog.class)
                                        .service(ApplicationId.parse(text).orElseThrow())
                                        .factors())
                                .isEmpty()));
    }

    @Test
    void theFirstServiceThatMatchesWinsAndAllItsPatternsHaveTo() {
        place.withPropertyValues(
                        "syncgate.services[0].name=alerts",
                        "syncgate.services[0].applications=alert-*,*-broker",
                        "syncgate.services[0].clusters=idf*",
                        "syncgate.services[0].deployments=science",
                        "syncgate.services[1].name=everything",
                        "syncgate.services[1].applications=*")
                .run(context -> {
                    Catalog catalog = context.getBean(Catalog.class);
                    assertThat(List.of(
                                    "idfprod/alert-stream", "idfdev/x-broker", "summit/alert-stream", "idfdev/alert"))
                            .extracting(text -> catalog.service(
                                            ApplicationId.parse(text).orElseThrow())
                                    .name())
                            .containsExactly("alerts", "alerts", "everything", "everything");
                });
    }

    @Test
    void aDotInAPatternIsADot() {
        assertThat(new NamePattern(List.of("a.b*")).matches("a.b-c")).isTrue();
        assertThat(new NamePattern(List.of("a.b*")).matches("axb-c")).isFalse();
    }

    @Test
    void clustersAreOrderedByNameAndFoundByIt() {
        place.run(context -> {
            Catalog catalog = context.getBean(Catalog.class);
            assertThat(catalog.clusters())
                    .extracting(Cluster::name)
                    .containsExactly("ccin2p3", "community", "idfdev", "idfprod", "roundtable-prod", "summit");
            assertThat(catalog.cluster("summit")).contains(new Cluster("summit", "telescope", Tier.PROD));
            assertThat(catalog.cluster("base")).isEmpty();
        });
    }

    @Test
    void aClusterIsReachedByItsContextOrFromWithin() {
        place.withPropertyValues("syncgate.clusters[6].name=base", "syncgate.clusters[6].deployment=telescope")
                .withPropertyValues("syncgate.clusters[6].tier=prod", "syncgate.clusters[6].argocd-namespace=cd")
                .run(context -> {
                    Catalog catalog = context.getBean(Catalog.class);
                    assertThat(catalog.connection("base")).isEqualTo(new Connection.InCluster("cd"));
                    assertThat(catalog.connection("summit"))
                            .isEqualTo(new Connection.Kubeconfig("argocd", Path.of("/k/config"), "summit"));
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> catalog.connection("nowhere"))
                            .withMessageContaining("'nowhere'");
                });
    }

    @Test
    void allServicesAreTheConfiguredOnesInTheirOrder() {
        place.run(context -> assertThat(context.getBean(Catalog.class).services())
                .extracting(Service::name)
                .containsExactly("efd", "squash", "community", "roundtable", "science-platform"));
    }

    @ParameterizedTest
    @CsvSource({
        "idfprod, efd squash science-platform",
        "summit, efd squash science-platform",
        "roundtable-prod, efd squash roundtable",
        "community, efd squash community",
        "ccin2p3, efd squash"
    })
    void aServiceMayBeInTheClustersThatItsPatternsPermit(String cluster, String services) {
        place.run(context -> {
            Catalog catalog = context.getBean(Catalog.class);
            assertThat(catalog.servicesIn(catalog.cluster(cluster).orElseThrow()))
                    .extracting(Service::name)
                    .containsExactly(services.split(" "));
        });
    }

    private static String[] clusters(String... lines) {
        String[] properties = new String[lines.length];
        for (int i = 0; i < lines.length; i++) {
            String[] words = lines[i].split(" ");
            String cluster = "syncgate.clusters[" + i + "].";
            properties[i] = String.join(
                    "\n",
                    cluster + "name=" + words[0],
                    cluster + "deployment=" + words[1],
                    cluster + "tier=" + words[2],
                    cluster + "kubeconfig=/k/config",
                    cluster + "context=" + words[0]);
        }
        return String.join("\n", properties).split("\n");
    }

    @Configuration
    @EnableConfigurationProperties(CatalogProperties.class)
    @Import(ConfiguredCatalog.class)
    static class CatalogOnly {}
}
